/** Text of a value, as long as a table can bear. */
const LONGEST = 80;

export const clipped = (text: string | undefined): string => {
  const characters = [...(text ?? '')];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : characters.join('');
};
