/** Sentences about the office's settings, ssj.json. */
import type { SettingsProblemFields } from '@shuangsuiji/core';
import { clipped, quoted } from './one-line.js';
import { issueOf } from './names.js';
import type { SentencesOf } from './sentence.js';

export const settingsSentences: SentencesOf<SettingsProblemFields> = {
  'settings-unreadable': ({ reason }) => ({
    what: `设置文件 ssj.json 读不出来（${clipped(issueOf(reason), 80)}）。`,
    mend: '请用记事本打开核对：括号和引号要成对，各项之间用英文逗号；改不好的，在另一个空文件夹运行 ssj init，照新的 ssj.json 重写。',
  }),
  'settings-invalid': ({ path, reason }) => ({
    what: `设置文件 ssj.json 的${quoted(path)}一项不对（${issueOf(reason)}）。`,
    mend: '请改正这一项；不知道怎样写的，在另一个空文件夹运行 ssj init，对照新的 ssj.json。',
  }),
};
