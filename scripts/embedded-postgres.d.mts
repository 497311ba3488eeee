export type EmbeddedPostgres = {
  url: string;
  port: number;
  dataDir: string;
  pid: number;
  exited: Promise<number | null>;
  stop: () => Promise<void>;
};
export function startEmbeddedPostgres(options: {
  dataDir: string;
  port?: number;
  flags?: string[];
  say?: (line: string) => void;
}): Promise<EmbeddedPostgres>;
