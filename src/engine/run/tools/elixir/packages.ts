/** Hex packages that are much larger, or take much longer to compile, than others; and those with code in C. All estimated. */

export interface PackageFacts {
  /** Bytes of its sources. */
  readonly size: number;
  /** Virtual milliseconds to compile it. */
  readonly compile: number;
}

export const PACKAGES: Readonly<Record<string, PackageFacts>> = {
  absinthe: { size: 1_400_000, compile: 14_000 },
  bandit: { size: 260_000, compile: 2600 },
  ecto: { size: 1_200_000, compile: 9000 },
  ecto_sql: { size: 700_000, compile: 5500 },
  gettext: { size: 330_000, compile: 2200 },
  mint: { size: 350_000, compile: 3000 },
  oban: { size: 800_000, compile: 6500 },
  phoenix: { size: 1_700_000, compile: 8500 },
  phoenix_live_view: { size: 2_900_000, compile: 9500 },
  plug: { size: 450_000, compile: 4500 },
  postgrex: { size: 600_000, compile: 6500 },
  swoosh: { size: 650_000, compile: 5500 },
  tzdata: { size: 2_300_000, compile: 2500 },
};

/** Packages whose code in C is compiled by `make`: virtual milliseconds. */
export const NATIVE: Readonly<Record<string, number>> = { argon2_elixir: 6000, bcrypt_elixir: 4000, exqlite: 45_000, fast_yaml: 3000, picosat_elixir: 4000 };

export const BASIS = 'Estimated: Hex packages are 0.3 to 3 MB each, and those of a Phoenix application take 60 to 120 s to compile on two cores.';
