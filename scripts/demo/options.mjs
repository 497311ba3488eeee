// What `npm run demo -- …` takes.
const USAGE = `npm run demo [-- --port N] [-- --fresh] [-- --data DIR]

  --port N   the app's port; the dev store takes N+1, its mailbox N+2, the app's mail listener N+3 (default 3900)
  --fresh    start over: deletes .data/ first
  --data DIR keep the data in DIR instead of .data/
  --watch    start processes again when their files change (npm run dev)
`;

/** @returns {{ port: number, fresh: boolean, data: string, watch: boolean }} or ends the process with a clear word. */
export function readOptions(args) {
  const options = { port: 3900, fresh: false, data: ".data", watch: false };
  for (let at = 0; at < args.length; at += 1) {
    const [name, inline] = args[at].split("=", 2);
    if (name === "--fresh") options.fresh = true;
    else if (name === "--watch") options.watch = true;
    else if (name === "--port") {
      const value = inline ?? args[(at += 1)];
      options.port = Number(value);
      if (!Number.isInteger(options.port) || options.port < 1024 || options.port > 65_000) {
        stop(`--port: "${value ?? ""}" is not a port between 1024 and 65000.`);
      }
    } else if (name === "--data") {
      options.data = inline ?? args[(at += 1)] ?? "";
      if (!options.data) stop("--data needs a folder.");
    } else if (name === "--help" || name === "-h") {
      process.stdout.write(USAGE);
      process.exit(0);
    } else stop(`Unknown option "${args[at]}".\n\n${USAGE}`);
  }
  return options;
}

export function stop(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
