/** Sentences about the county's folder and the machine it lies on. */
import type { PathRefusal, WorkspaceProblemFields } from '../workspace/problems.js';
import type { ZipRefusal } from '../zip/unpack.js';
import { clipped, quoted, quotedPath } from './one-line.js';
import type { SentencesOf } from './sentence.js';

const refusals: Readonly<Record<PathRefusal, string>> = {
  'not-inside': '不在工作文件夹之内',
  symlink: '是符号链接，或经过符号链接',
  'not-a-file': '应是文件，那里却是文件夹或别的东西',
  'not-a-folder': '路径中应是文件夹的地方是一个文件',
  'other-disk': '在另一个磁盘上',
};

const zipRefusals: Readonly<Record<ZipRefusal, string>> = {
  path: '的名称会落到别的地方（上级文件夹、绝对路径、盘符、反斜杠或控制字符）',
  duplicate: '与另一个文件重名，或只有大小写不同',
  symlink: '是符号链接',
  encrypted: '设了密码',
  zip64: '用了 4 GB 以上才需要的格式',
  'several-disks': '不是单独一个完整的压缩文件（分卷，或后面另有内容）',
  method: '用了不认识的压缩方法',
  'headers-differ': '在文件头和目录里的写法不一致',
  overlap: '与别的文件共用数据',
  'too-large': '解开后太大',
  bomb: '解开后大得反常（压缩炸弹）',
};

const RUN_AGAIN = '再运行一次同样的命令';

export const workspaceSentences: SentencesOf<WorkspaceProblemFields> = {
  'workspace-missing': ({ lookedAt }) => ({
    what: `${quotedPath(lookedAt)}和它的上级文件夹里都没有 ssj.json，不是工作文件夹。`,
    mend: '请进入工作文件夹再运行，或用 --dir 指明；还没有的，用 ssj init 新建。',
  }),
  'workspace-exists': ({ folder }) => ({ what: `${quotedPath(folder)}已经是工作文件夹。`, mend: '请直接使用，或换一个空文件夹运行 ssj init。' }),
  'workspace-locked': ({ pid, host, isOtherHost, command, since, file }) => ({
    what: `${isOtherHost === 'yes' ? `另一台机器 ${clipped(host)} ` : '本机'}正在这个文件夹里运行 ${command === '' ? '另一个命令' : clipped(command)}（进程 ${String(pid)}${since === '' ? '' : `，${clipped(since)} 开始`}）。`,
    mend: `请等它做完；确认它已经停止的，删去 ${clipped(file, 120)} 再运行。`,
  }),
  'ledger-missing': ({ file }) => ({
    what: `台账${quotedPath(file)}不见了。`,
    why: '没有台账就接不上以前的封存和抽取。',
    mend: '请从备份恢复 台账.jsonl；不要新建空台账顶替。',
  }),
  'ledger-moved': ({ expected, found }) => ({
    what: `命令运行期间台账被改动：原来到第 ${String(expected)} 行，现在到第 ${String(found)} 行。`,
    mend: `没有写入任何内容，请${RUN_AGAIN}；再出现的，查一查是否有网盘同步或别人在同时使用。`,
  }),
  'ledger-cut': ({ row, file }) => ({
    what: `台账第 ${String(row)} 行没有写完，已另存为${quotedPath(file)}，台账从上一行接着写。`,
    mend: '上次中断的那一步没有做成，请重做。',
  }),
  'commit-completed': ({ command, files }) => ({ what: `上次的 ${clipped(command)} 中途停止，已补写完 ${String(files)} 个文件。`, mend: '不用再做，可以继续。' }),
  'commit-pending': ({ path, errno }) => ({ what: `结果已经生效，但${quotedPath(path)}还没有写好（${errno}）。`, mend: '请关闭占用它的程序，再运行任何一个命令，会自动补写。' }),
  'commit-damaged': ({ path }) => ({ what: `上次中断留下的${quotedPath(path)}已损坏，不能补写。`, mend: '请先备份整个工作文件夹，再从最近的备份恢复。' }),
  'file-kept': ({ path }) => ({ what: `${quotedPath(path)}已经存在，没有改动。`, mend: '确认是要用的文件就不用管；要空白模板的，请先把它移走，再运行 ssj template。' }),
  'would-overwrite': ({ path }) => ({
    what: `${quotedPath(path)}已经存在，内容不同，不会覆盖。`,
    why: '封存和抽取的文件一经写出就不再改变。',
    mend: '请核对它是从哪里来的；确实多余的，移到别处再运行。',
  }),
  'path-refused': ({ path, reason }) => ({ what: `不能使用路径${quotedPath(path)}：${refusals[reason]}。`, mend: '请把文件直接放在工作文件夹里，不用链接和别的磁盘。' }),
  'file-in-use': ({ path }) => ({ what: `${quotedPath(path)}正被别的程序打开。`, mend: `请在 Excel 或 WPS 里关掉它，${RUN_AGAIN}。` }),
  'folder-not-writable': ({ path }) => ({ what: `${quotedPath(path)}不能写入。`, mend: '请换一个有写入权限的文件夹，或请管理员给权限；光盘和写保护的 U 盘要先复制到硬盘。' }),
  'not-readable': ({ path }) => ({ what: `没有权限读取${quotedPath(path)}。`, mend: '请用建立它的那个账户登录，或请管理员给读取权限。' }),
  'disk-full': ({ path }) => ({ what: `磁盘已满，${quotedPath(path)}没有写成。`, mend: `请腾出空间，${RUN_AGAIN}。` }),
  'file-system-error': ({ path, errno }) => ({ what: `读写${quotedPath(path)}时系统报错（${clipped(errno)}）。`, mend: `请检查磁盘、网盘或 U 盘是否正常，${RUN_AGAIN}；仍不行的，把这一行告诉管理员。` }),
  'snapshot-missing': ({ digest, folder }) => ({
    what: `${quotedPath(folder)}里没有摘要为 ${clipped(digest, 16)} 的名录库快照。`,
    why: '台账记着这份快照，不能用别的代替。',
    mend: '请从备份恢复 快照 文件夹。',
  }),
  'record-missing': ({ folder }) => ({ what: `没有抽取档案${quotedPath(folder)}。`, mend: '请核对抽取编号（ssj ledger list 可列出）；被移走的，移回原处或从备份恢复。' }),
  'record-too-large': ({ folder, megabytes }) => ({ what: `${quotedPath(folder)}有 ${String(megabytes)} MB，太大，不像抽取档案。`, mend: '请核对路径，把不属于档案的文件移走。' }),
  'zip-damaged': ({ file, name }) => ({ what: `压缩文件${quotedPath(file)}${name === '' ? '' : `里的${quoted(name)}`}不完整或已损坏，读不出来。`, mend: '请重新复制或下载一份；仍不行的，请抽取机关重新提供。' }),
  'zip-refused': ({ file, name, reason }) => ({
    what: `压缩文件${quotedPath(file)}${name === '' ? '' : `里的${quoted(name)}`}${zipRefusals[reason]}，没有解开。`,
    why: 'ssj archive 写出的压缩文件不会这样。',
    mend: '请不要用别的程序解开它，向提供者问明来历，另要一份用 ssj archive 写出的。',
  }),
  'clock-invalid': ({ value }) => ({ what: `环境变量 SOURCE_DATE_EPOCH 的值${quoted(value)}不对。`, mend: '它应是 1970 年以来的秒数，如 1772438400；平常使用请不要设这个变量。' }),
  interrupted: ({ command }) => ({ what: `${clipped(command)} 被中断，没有改动任何文件。`, mend: '需要时重新运行即可。' }),
};
