/** Forms that are printed one to a page, filled in by hand and signed. */
import type { FooterContent } from './workbook-content.js';

/** One band of a form. */
export type FormBand =
  /** Label and value, one to three pairs side by side; a value that is empty is left for the pen. */
  | { readonly kind: 'fields'; readonly fields: readonly { readonly label: string; readonly value: string }[] }
  /** Label and value, and at the right a square picture (PNG). */
  | { readonly kind: 'picture'; readonly label: string; readonly value: string; readonly picture: Uint8Array }
  /** A blank area for an opinion; `signature` stands at its lower right, as `签字：        年  月  日`. */
  | { readonly kind: 'area'; readonly label: string; readonly text?: string; readonly signature?: string; readonly lines: number }
  /** A small table, as items with room for what was found. Shares of the width are out of 12. */
  | { readonly kind: 'grid'; readonly columns: readonly { readonly header: string; readonly share: number }[]; readonly rows: readonly (readonly string[])[] };

/** One form, on a page of its own. */
export interface FormContent {
  readonly title: string;
  /** Above the frame: number at the left, date or secrecy at the right. */
  readonly left?: string;
  readonly right?: string;
  readonly bands: readonly FormBand[];
  /** Under the frame. */
  readonly remarks?: readonly string[];
}

/** Forms of one kind on one sheet. */
export interface FormsContent {
  readonly sheet: string;
  readonly forms: readonly FormContent[];
  readonly footer?: FooterContent;
}
