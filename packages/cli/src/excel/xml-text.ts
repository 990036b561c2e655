/** Just enough XML to look into the parts of a workbook before the Excel library parses them. Works on well-formed parts; others fail later. */

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Resolves the five entities and character references. */
export const unescapeXml = (text: string): string =>
  text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g, (whole, hex?: string, decimal?: string, name?: string) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    if (name !== undefined) return ENTITIES[name] ?? whole;
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

/** Escapes a text for an attribute. */
export const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${String(character.charCodeAt(0))};`);

/** Value of an attribute of one tag, whatever its prefix; `undefined` where it is absent. */
export const attributeOf = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  const raw = found?.[1] ?? found?.[2];
  return raw === undefined ? undefined : unescapeXml(raw);
};

/** Every opening tag of a name, attributes included. */
export const tagsOf = (xml: string, name: string): readonly string[] => xml.match(new RegExp(`<${name}(?=[\\s/>])[^>]*>`, 'g')) ?? [];

/** The first element of a name with its content, or an empty text. */
export const elementOf = (xml: string, name: string): string => {
  const [opening] = tagsOf(xml, name);
  if (opening === undefined) return '';
  const start = xml.indexOf(opening);
  if (opening.endsWith('/>')) return opening;
  const end = xml.indexOf(`</${name}>`, start);
  return end < 0 ? '' : xml.slice(start, end + name.length + 3);
};

/** Removes the prefix that some programs put before every element (`<x:row>`), which the Excel library cannot read. */
export const withoutPrefix = (xml: string): string => {
  const prefix = /^(?:\s|<[?!][^>]*>)*<([A-Za-z_][\w.-]*):/.exec(xml)?.[1];
  return prefix === undefined ? xml : xml.replace(new RegExp(`(</?)${prefix.replace(/[.]/g, '\\.')}:`, 'g'), '$1');
};
