/** `ssj archive --public`: the edition of a record that anybody may have, as a folder. */
import { resolve } from 'node:path';
import { isRehearsal, publicEdition, readSealed } from '@shuangsuiji/core';
import type { CommandAction } from '../command-action.js';
import { findRecord } from '../county/find-record.js';
import { textOption } from '../county/options.js';
import { done, refused, toldAs } from '../county/outcome.js';
import { writeFolder } from '../county/write-folder.js';
import { REHEARSAL_MARK } from '../present/rehearsal.js';

export const archivePublic: CommandAction = async (context, { args, options }) => {
  const found = findRecord(context, String(args[0]));
  if (!found.ok) return refused(found.error);
  context.progress.step('写出公开版');
  const { texts } = found.value;
  const edition = publicEdition({ texts, hash: context.host.hash });
  if (!edition.ok) return refused(edition.error);
  const sealed = readSealed(texts);
  if (!sealed.ok) return refused(sealed.error);
  const { drawId, scheme } = sealed.value;
  const mark = isRehearsal(scheme);
  const folder = resolve(context.host.cwd(), textOption(options, 'output') ?? `${mark ? '演练-' : ''}${drawId}-公开版`);
  const written = writeFolder(context, folder, edition.value);
  if (!written.ok) return refused(written.error);
  const lines = [
    `${mark ? REHEARSAL_MARK : ''}已写出 ${drawId} 的公开版 ${folder}，共 ${String(edition.value.size)} 个文件。`,
    '其中没有人员、回避和风险等级，可以公布；用 ssj verify 核验，用 ssj prove 给检查对象出具证明。',
  ];
  return done({ lines: toldAs(context.options, lines), data: { drawId, edition: 'public', folder, files: [...edition.value.keys()] } });
};
