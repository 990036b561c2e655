/** `ssj archive`: the record of a draw as one zip file, the same bytes every time; with `--public` the edition that anybody may have. */
import { basename, resolve } from 'node:path';
import { checkFiles, openRecord } from '@shuangsuiji/core';
import type { CommandAction } from '../command-action.js';
import { openCounty } from '../county/county.js';
import { findDraw } from '../county/draws.js';
import { hasFlag, textOption } from '../county/options.js';
import { done, refused, toldAs } from '../county/outcome.js';
import { recordOf } from '../county/record.js';
import { settledAction } from '../county/settled.js';
import { writeOutput } from '../county/write-output.js';
import { EXIT } from '../exit-codes.js';
import { pack } from '../zip/pack.js';
import { archivePublic } from './archive-public.js';

export const archive: CommandAction = settledAction((context, invocation) => (hasFlag(invocation.options, 'public') ? archivePublic(context, invocation) : archiveWhole(context, invocation)));

const archiveWhole: CommandAction = async (context, { args, options }) => {
  const { host } = context;
  const county = openCounty(context);
  if (!county.ok) return refused(county.error);
  const { workspace } = county.value;
  const draw = findDraw({ ledger: workspace.ledger, word: String(args[0]), rehearsal: context.options.rehearsal });
  if (!draw.ok) return refused(draw.error);
  const { drawId, isRehearsal } = draw.value;
  const texts = recordOf(context, workspace, drawId);
  if (!texts.ok) return refused(texts.error);
  // What is handed on must be what was recorded.
  const findings = checkFiles(openRecord(texts.value, host.hash));
  if (findings.length > 0) return refused(findings, EXIT.different);
  const bytes = pack([...texts.value].map(([path, text]) => [path, Buffer.from(text)] as const));
  const file = resolve(host.cwd(), textOption(options, 'output') ?? `${drawId}.zip`);
  const written = writeOutput(context, file, bytes);
  if (!written.ok) return refused(written.error);
  const sha256 = host.hashBytes(bytes);
  const words = [
    `${isRehearsal ? '【演练】' : ''}已写出 ${file}：${texts.value.size} 个文件，${bytes.length} 字节`,
    `sha256  ${sha256}`,
    `用 ssj verify ${basename(file)} 可以直接核验，不必解开。存档含名录和回避，交审计机关，不公开。`,
  ];
  return done({ lines: toldAs(context.options, words), data: { file, drawId, files: texts.value.size, bytes: bytes.length, sha256 } });
};
