export declare function fromRoot(html: string, base: string): string;
