export interface Row {
  readonly kind: 'element' | 'scene';
  readonly name: string;
  readonly bytes: number;
  readonly most: number;
}
export declare const budgets: { readonly element: number; readonly scene: number };
export declare function checkBudgets(build: string, print?: (line: string) => void): boolean;
export declare function measure(build: string): readonly Row[];
export declare function pageScripts(page: string, build?: string): ReadonlySet<string>;
export declare function closure(files: readonly string[]): ReadonlySet<string>;
