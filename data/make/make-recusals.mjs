/** Some 120 recusals, more of them where the year's visits are, so that they can be seen at work. */
import { createRandom } from './random.mjs';

const RECUSAL_COUNT = 120;
const GROUNDS = [['近亲属', 42], ['持股或任职', 10], ['近三年在该单位工作', 18], ['日常监管责任人', 24], ['其他', 6]];

/** Labels an agency's people are most likely to have to do with. */
const FIELDS = {
  SCJG: ['餐饮服务', '食品经营', '药品零售', '特种设备使用'], WJW: ['餐饮服务', '医疗机构', '公共场所卫生'], XFJY: ['餐饮服务', '旅馆', '娱乐场所'],
  GA: ['旅馆', '道路运输'], YJGL: ['危险化学品经营', '矿产开采'], ZJJ: ['建筑施工', '燃气经营'], NYNC: ['农资经营', '食品经营'], STHJ: ['机动车维修', '医疗机构'],
  RSSB: ['劳务派遣', '建筑施工'], JTYS: ['道路运输', '机动车维修'], WTLY: ['娱乐场所'], SWJ: ['劳务派遣', '加油站'], YCZM: ['学校周边'], YBJ: ['药品零售'], JYJ: ['校外培训'],
};

const two = (number) => String(number).padStart(2, '0');

/**
 * @param {readonly import('./make-inspectors.mjs').Inspector[]} inspectors
 * @param {readonly import('./make-targets.mjs').Target[]} targets
 * @returns {readonly { agency: string, agencyCell: string, number: string, name: string, code: string, firm: string, ground: string, declaredOn: string }[]}
 */
export const makeRecusals = (inspectors, targets) => {
  const random = createRandom('recusals');
  const people = inspectors.filter(({ agency }) => agency in FIELDS);
  const labelled = (label) => targets.filter(({ tags }) => tags.includes(label));
  const byLabel = new Map([...new Set(Object.values(FIELDS).flat())].map((label) => [label, labelled(label)]));
  const pairs = new Map();
  while (pairs.size < RECUSAL_COUNT) {
    const person = random.pick(people);
    const target = random.pick(byLabel.get(random.pick(FIELDS[person.agency])));
    pairs.set(`${person.agency}/${person.number} ${target.code}`, {
      agency: person.agency,
      agencyCell: person.agencyCell,
      number: person.number,
      name: person.name,
      code: target.code,
      firm: target.name,
      ground: random.weighted(GROUNDS),
      declaredOn: `${random.pick([2024, 2025, 2025])}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`,
    });
  }
  return [...pairs.values()];
};
