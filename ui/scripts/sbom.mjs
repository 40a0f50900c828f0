import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Contrib, Enums, Models, Serialize, Spec, Validation } from "@cyclonedx/cyclonedx-library";
import { PackageURL } from "packageurl-js";
import parseExpression from "spdx-expression-parse";
import { build } from "vite";

/**
 * Writes the bill of materials: `node ui/scripts/sbom.mjs SHIPPED.json BOM.json`.
 *
 * `cargo xtask dist` says what the programs are made of; what the page is made of, Vite says
 * by bundling it. What does not keep to the schema of CycloneDX is not written.
 */
const SPECIFICATION = Spec.Spec1dot6;

/**
 * @typedef {{ name: string, version: string, licence?: string, repository?: string }} Described
 * @typedef {Described & { id: string, published: boolean, needs: string[] }} Crate
 * @typedef {{
 *   launcher: Described,
 *   time: number,
 *   programs: string[],
 *   window: string,
 *   crates: Crate[],
 * }} Shipped what `cargo xtask dist` writes; `time` in seconds since 1970
 */

const licences = new Contrib.License.Factories.LicenseFactory(parseExpression);

/**
 * A component that others can refer to by `ref`.
 *
 * @param {Enums.ComponentType} type
 * @param {string} ref
 * @param {Described} described
 */
function component(type, ref, { name, version, licence, repository }) {
  const made = new Models.Component(type, name, { bomRef: ref, version });
  if (licence) made.licenses.add(licences.makeFromString(licence));
  if (repository) {
    const where = new Models.ExternalReference(repository, Enums.ExternalReferenceType.VCS);
    made.externalReferences.add(where);
  }
  return made;
}

/** The packages whose code is in the page. */
async function packagesOfPage() {
  const fileName = "licences.json";
  const built = await build({
    root: fileURLToPath(new URL("..", import.meta.url)),
    logLevel: "warn",
    build: { write: false, license: { fileName } },
  });
  const files = [built].flat().flatMap((one) => ("output" in one ? one.output : []));
  const report = files.find((file) => file.fileName === fileName);
  if (report?.type !== "asset") throw new Error("Vite did not say what is in the page");
  /** @type {{ name: string, version: string, identifier?: string }[]} */
  const packages = JSON.parse(report.source.toString());
  return packages.map(({ name, version, identifier: licence }) => {
    // A scope is the namespace of the address.
    const [scope, own] = name.startsWith("@") ? name.split("/") : [undefined, name];
    const address = new PackageURL("npm", scope, own, version).toString();
    const made = component(Enums.ComponentType.Library, address, { name, version, licence });
    made.purl = address;
    return made;
  });
}

/**
 * The crates of the programs by what others call them, each with those it needs.
 *
 * @param {Crate[]} shipped
 */
function crates(shipped) {
  const made = new Map();
  for (const crate of shipped) {
    const one = component(Enums.ComponentType.Library, `cargo:${crate.id}`, crate);
    if (crate.published) {
      one.purl = new PackageURL("cargo", undefined, crate.name, crate.version).toString();
    }
    made.set(crate.id, one);
  }
  for (const { id, needs } of shipped) {
    for (const needed of needs) named(made, id).dependencies.add(named(made, needed).bomRef);
  }
  return made;
}

/**
 * @template T
 * @param {Map<string, T>} all
 * @param {string} id
 */
function named(all, id) {
  const one = all.get(id);
  if (one === undefined) throw new Error(`${id} is needed, and not among the crates`);
  return one;
}

const [from, to] = process.argv.slice(2);
if (from === undefined || to === undefined) {
  console.error("usage: sbom.mjs SHIPPED.json BOM.json");
  process.exit(2);
}
/** @type {Shipped} */
const shipped = JSON.parse(await readFile(from, "utf8"));
const launcher = component(
  Enums.ComponentType.Application,
  shipped.launcher.name,
  shipped.launcher,
);
const bom = new Models.Bom();
bom.metadata.component = launcher;
bom.metadata.timestamp = new Date(shipped.time * 1000);

const ofPrograms = crates(shipped.crates);
for (const program of shipped.programs) {
  launcher.dependencies.add(named(ofPrograms, program).bomRef);
}
for (const crate of ofPrograms.values()) bom.components.add(crate);
for (const one of await packagesOfPage()) {
  bom.components.add(one);
  named(ofPrograms, shipped.window).dependencies.add(one.bomRef);
}

const serializer = new Serialize.JsonSerializer(
  new Serialize.JSON.Normalize.Factory(SPECIFICATION),
);
const text = serializer.serialize(bom, { sortLists: true, space: 2 });
const wrong = await new Validation.JsonStrictValidator(SPECIFICATION.version).validate(text);
if (wrong !== null) {
  console.error(`The bill of materials does not keep to the schema: ${JSON.stringify(wrong)}`);
  process.exit(1);
}
await writeFile(to, `${text}\n`);
