// The same as join.sh for Node.js: log in, ask for a key to the room, print the address.
const [base, login, room] = process.argv.slice(2);

async function ask(path, form) {
  const answer = await fetch(`${base}services/${path}`, {
    method: "POST",
    body: new URLSearchParams(form),
  });
  const { serviceResult } = await answer.json();
  if (serviceResult.type !== "SUCCESS") throw new Error(serviceResult.message);
  return serviceResult.message;
}

const sid = await ask("user/login", { user: login, pass: process.env.PASSWORD });
const user = { firstname: "Anna", lastname: "Arends", externalId: "anna", externalType: "recipe" };
const options = { roomId: Number(room), moderator: false };
const hash = await ask(`user/hash?sid=${sid}`, {
  user: JSON.stringify(user),
  options: JSON.stringify(options),
});
console.log(`${base}hash?secure=${hash}`);
