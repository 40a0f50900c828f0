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

const licences = new Contrib.License.Factories.LicenseFactory(parseExpression);

/** A component that others can refer to by `ref`. */
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
  const { output } = await build({
    root: fileURLToPath(new URL("..", import.meta.url)),
    logLevel: "warn",
    build: { write: false, license: { fileName } },
  });
  const report = output.find((file) => file.fileName === fileName);
  return JSON.parse(report.source).map(({ name, version, identifier: licence }) => {
    // A scope is the namespace of the address.
    const [scope, own] = name.startsWith("@") ? name.split("/") : [undefined, name];
    const address = new PackageURL("npm", scope, own, version).toString();
    const made = component(Enums.ComponentType.Library, address, { name, version, licence });
    made.purl = address;
    return made;
  });
}

/** The crates of the programs by what others call them, each with those it needs. */
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
    for (const needed of needs) made.get(id).dependencies.add(made.get(needed).bomRef);
  }
  return made;
}

const [from, to] = process.argv.slice(2);
const shipped = JSON.parse(await readFile(from, "utf8"));
const launcher = component(Enums.ComponentType.Application, shipped.launcher.name, shipped.launcher);
const bom = new Models.Bom();
bom.metadata.component = launcher;
bom.metadata.timestamp = new Date(shipped.time * 1000);

const ofPrograms = crates(shipped.crates);
for (const program of shipped.programs) {
  launcher.dependencies.add(ofPrograms.get(program).bomRef);
}
for (const crate of ofPrograms.values()) bom.components.add(crate);
for (const one of await packagesOfPage()) {
  bom.components.add(one);
  ofPrograms.get(shipped.window).dependencies.add(one.bomRef);
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
