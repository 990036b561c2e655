/** Sentences of the commands themselves. */
import type { CommandProblemFields } from './command-problems.js';
import { issueOf } from './names.js';
import { clipped, listed, quoted } from './one-line.js';
import type { SeedCommandCode } from './seed-commands.js';
import { sourceName } from './seed-names.js';
import type { SentencesOf } from './sentence.js';

const SECRET_BACKUP = '请从封存时另存的那份密钥恢复这个文件（交监督单位保管的也可以）。';

export const commandSentences: SentencesOf<Omit<CommandProblemFields, SeedCommandCode>> = {
  'batch-not-sealed': ({ batch }) => ({ what: `批次${quoted(batch)}还没有封存。`, why: '先封存名录库、计划和种子来源，抽取结果才谈得上公正。', mend: '请先运行 ssj seal，后面写上批次编号。' }),
  'batch-already-sealed': ({ batch, drawId }) => ({ what: `批次${quoted(batch)}已经封存，抽取编号是 ${drawId}。`, why: '一个批次只能封存、抽取一次。', mend: '请接着运行 ssj draw；要先练习的，加 --rehearsal 演练；必须重来的，先用 ssj void 作废并写明理由。' }),
  'already-drawn': ({ drawId }) => ({ what: `${drawId} 已经抽取过。`, why: '抽出的结果不能重来，也不会被覆盖。', mend: '请直接用已有的结果：ssj publish draw 写出公示表，ssj verify 核验。' }),
  'not-drawn-yet': ({ drawId }) => ({ what: `${drawId} 还没有抽取。`, mend: '请在公开种子产生以后先运行 ssj draw。' }),
  'already-revealed': ({ drawId }) => ({ what: `${drawId} 的密钥已经揭示过。`, mend: '不用再做；可以运行 ssj verify 核验全部结果。' }),
  'not-yet-before': ({ notBefore, now }) => ({
    what: `现在是 ${now}，封存约定种子在 ${notBefore} 以后产生。`,
    why: '早于约定时间的值可能是挑出来的。',
    mend: '请到时间以后，用那时公开产生的值抽取；机器时钟不准的，请先校准。',
  }),
  'visits-not-finished': ({ until }) => ({
    what: `本批次的检查到 ${until} 才结束。`,
    why: '检查结束前揭示密钥或公布名单，检查对象就能事先知道要查它。',
    mend: '请等全部检查做完再做这一步；确已提前做完的，用 --visits-finished 写明做完的日期，如 2026-11-15。',
  }),
  'forecast-above-limit': ({ infeasible, draws, limitPercent }) => ({
    what: `模拟抽取 ${String(draws)} 次，有 ${String(infeasible)} 次派不出足够的人，超过了上限 ${limitPercent}%。`,
    why: '封存以后人手不够，就只能补救后重抽人员。',
    mend: '请运行 ssj forecast 看是哪些部门，在封存前增加人手、提高“每批次上限”或减少抽查数量；由负责人决定照样封存的，加 --accept-forecast。',
  }),
  'draw-infeasible': ({ batch }) => ({
    what: `批次${quoted(batch)}已抽出检查对象，但有部门人手不够，没有派发人员。`,
    why: '程序不让一个人顶两个名额，也不丢下检查对象。',
    mend: '抽出的检查对象不变；请看下面的缺口和补救办法，由负责人决定。',
  }),
  'draw-formations-exhausted': ({ batch, formations }) => ({
    what: `批次${quoted(batch)}已抽出检查对象，但编组 ${String(formations)} 次都派不满检查组，没有派发人员。`,
    why: '一户要去一个检查组，全组的人都不能有回避、都要有余量；这并不说明无法派满。',
    mend: '抽出的检查对象不变；请由负责人决定登记借调、调整上限或缓查（ssj change），再公告下一轮（ssj replace）。',
  }),
  'secret-file-missing': ({ file }) => ({ what: `没有密钥文件${quoted(file)}。`, why: '没有封存时的密钥，既不能抽取也不能揭示。', mend: SECRET_BACKUP }),
  'secret-file-wrong': ({ file }) => ({ what: `密钥文件${quoted(file)}里的不是封存时的密钥。`, mend: SECRET_BACKUP }),
  'seed-value-missing': ({ sources }) => ({
    what: `没有给种子的值，封存的来源是 ${sources.map(sourceName).join('、')}。`,
    why: '种子要由公开的事件产生，程序从不自己编。',
    mend: '请用 --seed 给出值，每个来源一个，按封存公告上的顺序。',
  }),
  'import-has-problems': ({ errors, digest }) => ({
    what: `名录库有 ${String(errors)} 个错误，没有导入。`,
    why: '有错误的行不能进入抽取，被它们牵连的行也不能。',
    mend: `请改正后重新导入；确实要丢下这些行的，由负责人决定后运行 ssj import --accept-problems ${digest}。`,
  }),
  'accepted-digest-differs': ({ given, found }) => ({
    what: `同意丢下的是另一批错误（${clipped(given, 16)}），现在的是 ${clipped(found, 16)}。`,
    why: '名录库在此之后又改动过，错误不是原来那些了。',
    mend: '请重新看一遍问题，再决定是否同意。',
  }),
  'past-records-unread': ({ draws }) => ({
    what: `读不出此前抽取的档案：${listed(draws, 8)}。`,
    why: '每年上限和轮换要按此前各次实际派出的人计算。',
    mend: '请用 ssj verify 核验这些档案，从备份恢复 批次 文件夹里缺少或损坏的文件。',
  }),
  'scheme-bad': ({ raw }) => ({ what: `抽取方案${quoted(raw)}不认识。`, mend: '请照封存公告填 ssj/1 或 ssj/2；演练另加 --rehearsal，方案不用写 -rehearsal。' }),
  'scheme-without-output': () => ({ what: '--scheme 只与 --output 同用。', why: '在县的文件夹里，方案以封存文书为准。', mend: '请去掉 --scheme。' }),
  'nothing-imported': () => ({ what: '名录库还没有导入。', mend: '请先填好 名录库 文件夹里的工作簿，运行 ssj check 检查，再运行 ssj import 导入。' }),
  'registry-changed-since-import': ({ files }) => ({
    what: `${listed(files)}在导入以后改动过。`,
    why: '现在用的仍是导入时的名录库，改动没有计入。',
    mend: '要计入改动的，请先运行 ssj import 再做这一步；不用计入的，可以继续。',
  }),
  'not-a-record': ({ path }) => ({ what: `${quoted(path)}不是抽取档案。`, mend: '请给出 批次 文件夹里以抽取编号命名的文件夹，如 批次/652722-2026-0001，或只写抽取编号。' }),
  'vectors-file-bad': ({ file, reason }) => ({ what: `样例文件${quoted(file)}读不出来（${clipped(issueOf(reason), 80)}）。`, mend: '请核对文件；不写文件名时用程序自带的样例。' }),
  'batch-is-over': ({ batch, to }) => ({ what: `批次${quoted(batch)}的结束日期 ${to} 已经过去。`, mend: '请核对“起止时间”；计划确实延期的，改好计划再封存。' }),
  'witness-bad': ({ raw }) => ({ what: `见证人${quoted(raw)}的写法不对。`, mend: '请写成 姓名@部门，如 --witness 张三@公证处 --witness 李四@司法局。' }),
  'time-bad': ({ raw }) => ({ what: `${quoted(raw)}不是能辨认的时间。`, mend: '请写成 2026-03-02T10:00，或带时差的 2026-03-02T10:00:00+08:00。' }),
  'date-bad': ({ raw }) => ({ what: `${quoted(raw)}不是能辨认的日期。`, mend: '请写成 2026-03-02。' }),
  'option-conflict': ({ a, b }) => ({ what: `${clipped(a)} 和 ${clipped(b)} 不能同时用。`, mend: '请去掉其中一个。' }),
  'not-before-passed': ({ notBefore, now }) => ({
    what: `约定的时间 ${notBefore} 已经过去（现在是 ${now}）。`,
    why: '封存以前就有的种子可以挑选。',
    mend: '请用封存以后才产生的种子，--not-before 写它产生的时间，或者不写。',
  }),
  'reveal-by-too-early': ({ revealBy, lastDay }) => ({
    what: `揭示期限 ${revealBy} 早于检查的最后一天 ${lastDay}。`,
    why: '密钥要在检查全部结束以后揭示，期限早了就只能逾期。',
    mend: `请写 ${lastDay} 或以后的日期，或者不写 --reveal-by。`,
  }),
  'visits-before-draw': ({ finished, drawnOn }) => ({ what: `检查结束的日期 ${finished} 早于抽取的日期 ${drawnOn}。`, mend: '请写检查实际结束的日期。' }),
  'nothing-to-reveal': ({ drawId }) => ({ what: `${drawId} 封存时没有设密钥，名单抽取后就可以公示。`, mend: '不用揭示；直接 ssj publish draw 公示名单。' }),
  'authority-differs': ({ settings, ledger }) => ({
    what: `ssj.json 的机关代码是${quoted(settings)}，台账第一行是${quoted(ledger)}。`,
    why: '一个机关一本台账，抽取编号由它发出。',
    mend: '请把 ssj.json 的 authority.code 改回来；另一个机关请用 ssj init 另建文件夹。',
  }),
  'published-differs': ({ file }) => ({ what: `${quoted(file)}与台账登记的不是同一份：公示以后有人改过。`, mend: '请查明原因；用 ssj publish 重新写出后，与已张贴的核对。' }),
  'published-gone': ({ file }) => ({ what: `台账登记的${quoted(file)}不在了。`, mend: '需要时用 ssj publish 重新写出。' }),
  'record-gone': ({ drawId }) => ({ what: `台账登记了 ${drawId}，它的存档文件夹不在了。`, mend: '请从备份恢复。' }),
  'ledger-behind-record': ({ drawId, row }) => ({
    what: `${drawId} 的存档里的台账，从第 ${String(row)} 行起与台账.jsonl 不同：台账被截短或改写过。`,
    mend: '请从备份恢复台账，并与公示过的台账头核对。',
  }),
  'sealed-head-differs': ({ drawId, seq, digest }) => ({
    what: `${drawId} 封存时写明台账第 ${String(seq)} 条的摘要是 ${clipped(digest, 16)}，现在的台账不是这样：台账被截短或改写过。`,
    mend: '请从备份恢复台账，并与公示过的封存公告核对。',
  }),
  'head-bad': ({ raw }) => ({ what: `${quoted(raw)}不是台账头的摘要。`, mend: '请照公示上的写全 64 位，或至少写前 16 位（0 至 9、a 至 f）。' }),
  'head-unknown': ({ head, entries }) => ({
    what: `台账的 ${String(entries)} 条里没有哪一条的摘要是 ${clipped(head, 64)}。`,
    why: '公示过的台账头在台账里找不到，说明台账在公示以后被截短或整本改写过，或者这个台账头是另一本台账的。',
    mend: '请先核对抄写是否有误；无误的，请从备份恢复台账，查清是谁在什么时候改动的。',
  }),
  'entry-unknown': ({ raw, entries }) => ({ what: `台账没有第${quoted(raw)}条，共 ${String(entries)} 条。`, mend: '请写 1 到最后一条的序号；用 ssj ledger list 查看。' }),
  'draw-has-no-preview': () => ({ what: '抽取没有预览，不能用 --dry-run。', why: '先看结果再决定抽不抽，就不是随机。', mend: '想先练一遍，请用 --rehearsal 演练；正式抽取只有一次。' }),
  'code-not-in-record': ({ raw, nearest }) => ({
    what: `封存的名录库里没有${quoted(raw)}这个检查对象或人员。`,
    why: '封存时不在名录库里的，没有参加抽取。',
    mend: nearest.length > 0 ? `请核对；最接近的是${listed(nearest)}。` : '请写统一社会信用代码、注册号、自编代码、完整的名称，或人员标识（部门代码/工号）。',
  }),
  'name-of-several': ({ raw, candidates }) => ({ what: `${quoted(raw)}不止一户：${listed(candidates)}。`, mend: '请写其中一户的代码。' }),
  'batch-needed': () => ({ what: '没有写明是哪个批次。', mend: '请在命令后面写上批次编号，例如 ssj publish draw 2026-JH-05；一次抽取全部已封存的批次，用 ssj draw --all-sealed。' }),
  'proof-code-needed': () => ({ what: '出具证明要写明是哪个检查对象。', mend: '例如 ssj prove 2026-JH-05 91330000668306747T；核对证明用 ssj prove --check <证明文件> <公开版目录>。' }),
  'not-a-public-edition': ({ path }) => ({ what: `${quoted(path)}不是公开版。`, mend: '请给出 ssj archive --public 写出的文件夹；存档本身用 ssj verify 核验，不加 --against。' }),
  'output-exists': ({ file }) => ({ what: `${quoted(file)}已经存在。`, why: '程序不覆盖已有的文件。', mend: '请先把它改名或移走，或换一个文件名。' }),
  'why-missing': ({ options }) => ({ what: `还要写明${listed(options)}。`, why: '变更和作废都要有理由、决定人和凭据，写入台账，永远保留。', mend: '请补上，如 --reason 已注销 --by 张某 --evidence 注销通知书文号。' }),
  'change-missing': () => ({ what: '没有说明变更了什么。', mend: '请写明，如 --withdraw-target 代码、--withdraw-person 部门代码/工号、--recuse 代码@人员。' }),
  'change-unreadable': ({ raw }) => ({ what: `看不懂${quoted(raw)}。`, mend: '人员写部门代码/工号；一户一人写 代码@人员；上限写 人员=次数；借调写 人员@部门代码=次数。' }),
  'change-agency-not-visiting': ({ agency, known }) => ({ what: `${quoted(agency)}不参加本次检查。`, mend: `请写部门代码：${listed(known)}。` }),
  'change-person-not-registered': ({ inspector }) => ({ what: `最新导入的名录里没有${quoted(inspector)}。`, mend: '请核对人员标识；新来的人员请先写入执法检查人员名录库，再运行 ssj import。' }),
  'draw-is-void': ({ drawId, reason }) => ({ what: `${drawId} 已经作废（${clipped(reason, 60)}）。`, mend: '要重新抽取，请对同一批次再运行 ssj seal。' }),
  'round-open': ({ drawId, round }) => ({ what: `${drawId} 的第 ${String(round)} 轮还在等公开种子。`, mend: '请先用 ssj draw 完成这一轮；种子再也得不到的，用 ssj void 作废。' }),
  'nothing-to-replace': ({ drawId }) => ({ what: `${drawId} 没有要补抽的：没有抽中的检查对象退出，也没有空缺的人员。`, mend: '请先用 ssj change 登记变更。' }),
  'round-infeasible': ({ drawId, agencies }) => ({ what: `${drawId} 补抽也派不满人：${listed(agencies)}。`, why: '空缺的位置多于可派的人。', mend: '请先用 ssj change 登记借调、调整上限、解除回避或缓查，再公告补抽。' }),
  'frames-overlap': ({ drawId, batch, shared }) => ({
    what: `与 ${drawId}（${clipped(batch, 30)}）用同一个公开种子，抽查库有 ${String(shared)} 户重叠。`,
    why: '两个结果同时知道，作废其中一个就像挑选；核验时会列出。',
    mend: '可以封存；更好的是合并成一个批次，或改用另一个种子来源。',
  }),
};
