// Makes vega.js and LICENSES.txt from the locked packages, and fails where they are not what SHA256SUMS records.
// With --record it writes SHA256SUMS anew: for a new version of Vega, never to make a difference go away.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const WITHOUT = ["d3-dsv", "d3-geo", "d3-scale-chromatic", "topojson-client"];
const MADE = ["vega.js", "LICENSES.txt"];

const described = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"));

function licence(name) {
  const file = readdirSync(`node_modules/${name}`).find((each) => /^licen[cs]e/i.test(each));
  if (!file) throw new Error(`${name} – it comes without the text of its licence – add the text by hand.`);
  const { version, license } = described(name);
  const text = readFileSync(`node_modules/${name}/${file}`, "utf8").trim();
  return `${name.split("/").pop()} ${version} (${license})\n\n${text}\n`;
}

const packagesOf = (metafile) => {
  const inputs = Object.entries(Object.values(metafile.outputs)[0].inputs);
  const used = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path);
  // Where two versions of a package are needed, one of them lies inside of the package that needs it.
  return [...new Set(used.flatMap((path) => /^node_modules\/((?:.+\/node_modules\/)?[^/]+)/.exec(path)?.[1] ?? []))].sort();
};

async function bundle() {
  const banner = `/* Parts of Vega: vega-view ${described("vega-view").version}, vega-parser ${described("vega-parser").version}, ` +
    `vega-interpreter ${described("vega-interpreter").version}, with the libraries they stand on. ` +
    "BSD-3-Clause and ISC; who holds the rights, and the licences' texts: vega-licences.txt beside this file. */";
  const result = await build({
    entryPoints: ["entry.js"], bundle: true, minify: true, format: "iife", globalName: "vega", target: "es2020",
    alias: Object.fromEntries(WITHOUT.map((name) => [name, "./without.js"])),
    legalComments: "none", banner: { js: banner }, metafile: true, outfile: "vega.js",
  });
  return packagesOf(result.metafile);
}

const sum = (file) => `${createHash("sha256").update(readFileSync(file)).digest("hex")}  ${file}\n`;

const packages = await bundle();
const rule = `\n${"-".repeat(72)}\n\n`;
writeFileSync("LICENSES.txt", `Licences of everything inside vega.js.${rule}${packages.map(licence).join(rule)}`);
const sums = MADE.map(sum).join("");
if (process.argv.includes("--record")) writeFileSync("SHA256SUMS", sums);
const recorded = existsSync("SHA256SUMS") ? readFileSync("SHA256SUMS", "utf8") : "";
if (sums !== recorded) {
  console.error("vendor/vega – what was made differs from SHA256SUMS – see README.md on how to take a new version.");
  process.exit(1);
}
console.log(`  vega.js holds ${packages.length} packages and is what SHA256SUMS records`);
