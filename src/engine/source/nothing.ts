/** What a page has of the engine's parts at the start; `package.json` names it in place of the modules that provide everything. */
export {};
