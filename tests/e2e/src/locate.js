// Finds what a person would name: arguments are the role, the name, and the name
// of the group it is in, or null. Answers the element, or null.
const [role, wanted, group] = arguments;

const TAGS = {
  button: "button, [role=button], [role=menuitem]",
  field: "input, textarea, select",
  heading: "h1, h2",
  group: "section, li, [role=group], dialog",
};

const plain = (text) => (text ?? "").replace(/[\u2066-\u2069]/g, "").replace(/\s+/g, " ").trim();
const byId = (ids) => ids.split(" ").map((id) => document.getElementById(id)?.innerText).join(" ");

function nameOf(element) {
  const by = element.getAttribute("aria-labelledby");
  if (by) return plain(byId(by));
  const label = element.getAttribute("aria-label");
  if (label) return plain(label);
  if (element.labels?.length) return plain(element.labels[0].innerText);
  return plain(element.innerText);
}

const isSeen = (element) => element.checkVisibility({ visibilityProperty: true });

function find(root, role, wanted) {
  const all = [...root.querySelectorAll(TAGS[role])].filter(isSeen);
  return (
    all.find((element) => nameOf(element) === wanted) ??
    all.find((element) => nameOf(element).startsWith(wanted)) ??
    null
  );
}

const root = group === null ? document : find(document, "group", group);
return root && find(root, role, wanted);
