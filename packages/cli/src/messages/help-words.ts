/** Words of the help, in the place of commander's own. */

const titles: ReadonlyMap<string, string> = new Map([
  ['Usage:', '用法：'],
  ['Arguments:', '参数：'],
  ['Options:', '选项：'],
  ['Global Options:', '全局选项：'],
  ['Commands:', '命令：'],
]);

/** A title of the help in Chinese; the name of a group of commands stands as it is, with a colon. */
export const helpTitle = (title: string): string => titles.get(title) ?? (/[:：]$/.test(title) ? title : `${title}：`);

export const HELP_WORDS = {
  /** Below the help of `ssj` itself. */
  after: `
第一次使用：ssj demo 用样例县走完全程；ssj init 新建工作文件夹；
            ssj help <命令> 看一个命令的用法。
退出码：0 完成（核验一致） 2 用法有误 3 数据有误 4 派不出人 5 不一致 6 无法核验
        7 不允许 1 程序故障 130 被中断`,
} as const;
