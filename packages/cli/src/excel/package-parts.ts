/** The parts of a workbook package that matter here, found by relationships and not by their usual names. */
import { unzipSync } from 'fflate';
import { attributeOf, tagsOf, withoutPrefix } from './xml-text.js';

/** One sheet as it stands in the package. */
export interface SheetPart {
  readonly name: string;
  readonly xml: string;
}

/** Parts as text, free of element prefixes; a part that is absent is an empty text. */
export interface PackageParts {
  readonly sheets: readonly SheetPart[];
  readonly sharedStrings: string;
  readonly styles: string;
  readonly theme: string;
  readonly isDate1904: boolean;
}

type ReadPart = (path: string) => string;

/** Target of a relationship as a path in the package; targets are relative to the part's folder or absolute. */
const pathOf = (target: string, folder: string): string => {
  const steps = (target.startsWith('/') ? target : `${folder}/${target}`).split('/');
  const path: string[] = [];
  for (const step of steps) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
};

const relationships = (xml: string, folder: string) =>
  tagsOf(xml, 'Relationship').map((tag) => ({
    id: attributeOf(tag, 'Id') ?? '',
    type: attributeOf(tag, 'Type') ?? '',
    path: pathOf(attributeOf(tag, 'Target') ?? '', folder),
  }));

const unpack = (bytes: Uint8Array): ReadPart => {
  const entries = unzipSync(bytes, { filter: ({ name }) => /\.(?:xml|rels)$/i.test(name) && !/[\\/](?:drawings|charts|media)[\\/]/i.test(name) });
  // Names differ in case and slashes between programs; the format compares them without case (ECMA-376-2 6.2.2.3).
  const parts = new Map(Object.entries(entries).map(([name, part]) => [name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase(), part]));
  const decoder = new TextDecoder();
  return (path) => withoutPrefix(decoder.decode(parts.get(path.toLowerCase()) ?? new Uint8Array()));
};

const workbookPath = (read: ReadPart): string => {
  const main = relationships(read('_rels/.rels'), '').find(({ type }) => type.endsWith('/officeDocument'));
  return main?.path ?? 'xl/workbook.xml';
};

/**
 * Opens a package.
 *
 * @returns `undefined` where the archive holds no workbook (a document, a list of pictures, xlsb)
 * @throws Error where a part cannot be unpacked
 */
export const packageParts = (bytes: Uint8Array): PackageParts | undefined => {
  const read = unpack(bytes);
  const path = workbookPath(read);
  const workbook = read(path);
  if (tagsOf(workbook, 'workbook').length === 0) return undefined;
  const slash = path.lastIndexOf('/');
  const folder = path.slice(0, Math.max(slash, 0));
  const targets = relationships(read(`${folder}/_rels/${path.slice(slash + 1)}.rels`.replace(/^\//, '')), folder);
  const partOf = (kind: string): string => read(targets.find(({ type }) => type.endsWith(`/${kind}`))?.path ?? '');
  const sheets = tagsOf(workbook, 'sheet').flatMap((tag) => {
    const target = targets.find(({ id }) => id === attributeOf(tag, 'id'));
    return target?.type.endsWith('/worksheet') === true ? [{ name: attributeOf(tag, 'name') ?? '', xml: read(target.path) }] : [];
  });
  const [properties = ''] = tagsOf(workbook, 'workbookPr');
  return {
    sheets,
    sharedStrings: partOf('sharedStrings'),
    styles: partOf('styles'),
    theme: partOf('theme'),
    isDate1904: /^(?:1|true)$/.test(attributeOf(properties, 'date1904') ?? ''),
  };
};
