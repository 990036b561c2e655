/** What has to be done, and when, before a sealed draw can be drawn. */
import { drandAddress, linesBelow, OPEN_RANK, seedSourceText, type SeedTerms, topRank } from '@shuangsuiji/core';

/** One line each, in the order in which it happens; empty where the draw is all. */
export const seedNextLines = ({ drawId, scheme, sources, notBefore, joint }: Pick<SeedTerms, 'drawId' | 'scheme' | 'sources' | 'notBefore' | 'joint'>): readonly string[] => {
  const isBeforeOpen = topRank(sources) === OPEN_RANK;
  const when = isBeforeOpen ? `${notBefore} 以前（过时就不能抽取）` : `${notBefore} 以后`;
  const entered = linesBelow(sources, topRank(sources)).filter(({ kind }) => kind !== 'joint').map(seedSourceText);
  const drand = sources.flatMap((source) => (source.kind === 'drand' ? [drandAddress(source.round)] : []));
  return [
    ...(entered.length === 0 ? [] : [`先记入台账：${when}运行 ssj seed enter ${drawId} --seed ${entered.map((left) => `${left}=<值>`).join(' --seed ')}`]),
    ...(joint === undefined ? [] : [`联合种子：各方先 ssj seed commit ${drawId} --party <名>${scheme.startsWith('ssj/1') ? '' : `（在别处生成承诺的加 --scheme ${scheme.replace('-rehearsal', '')}）`}，全部承诺后 ssj seed reveal（${isBeforeOpen ? '' : `${notBefore} 以后，`}第一方最先）；最迟 ${joint.revealBy}，过时有一方没有揭示，本次抽取作废。`]),
    ...drand.map((address) => `信标：${notBefore} 以后下载 ${address} ，抽取时用 --drand <文件> 给出。`),
  ];
};
