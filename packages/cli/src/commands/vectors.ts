/** `ssj vectors`: checks this program against worked cases. */
import { resolve } from 'node:path';
import { BUILT_IN_VECTORS, builtInVectors } from '../assets.js';
import type { CommandAction } from '../command-action.js';
import type { Context } from '../context.js';
import { failed, type Outcomes } from '../county/county.js';
import { refused } from '../county/outcome.js';
import { fileProblemOf } from '../excel/file-problem-of.js';
import { EXIT } from '../exit-codes.js';
import { tableLines } from '../present/table.js';
import { checkVectors, type VectorSection } from '../vectors/check-vectors.js';
import { textOf } from '../workspace/open-workspace.js';

interface CheckedFile {
  readonly file: string;
  readonly sections: readonly VectorSection[];
}

export const vectors: CommandAction = async (context, { args }) => {
  const [given] = args;
  const files = Array.isArray(given) ? given : [];
  const checked: CheckedFile[] = [];
  const sources = files.length === 0 ? BUILT_IN_VECTORS.map((name) => ({ name: `内置算例 ${name}`, read: () => builtInVectors(name) })) : files.map((file) => ({ name: file, read: () => textOf(context.host.readFile(resolve(context.host.cwd(), file))) }));
  for (const source of sources) {
    const one = checkFile(context, source);
    if (!one.ok) return refused(one.error);
    checked.push(one.value);
  }
  const rows = checked.flatMap(({ file, sections }) => sections.map(({ section, passed, cases, firstFailure }) => [file, section, passed ? '通过' : '不通过', cases, firstFailure ?? '']));
  const lines = await tableLines({ head: ['文件', '部分', '结果', '算例数', '第一处不符'], rows, columns: context.host.columns() });
  const isPassed = checked.every(({ sections }) => sections.every(({ passed }) => passed));
  return { exit: isPassed ? EXIT.done : EXIT.different, lines: [...lines, isPassed ? '全部通过。' : '有算例不通过。'], data: { files: checked.map(({ file, sections }) => ({ file, sections: sections.map((section) => ({ ...section })) })) }, problems: [] };
};

interface VectorSource {
  readonly name: string;
  readonly read: () => string;
}

const checkFile = ({ host }: Context, { name, read }: VectorSource): Outcomes<CheckedFile> => {
  let text: string;
  try {
    text = read();
  } catch (error) {
    return failed(fileProblemOf(name, error));
  }
  const sections = checkVectors({ text, hash: host.hash });
  return sections.ok ? { ok: true, value: { file: name, sections: sections.value } } : failed({ code: 'vectors-file-bad', severity: 'error', fields: { file: name, reason: sections.error } });
};
