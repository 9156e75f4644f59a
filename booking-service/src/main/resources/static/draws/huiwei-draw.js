// The draw huiwei-draw/1, computed again from what was published: WebCrypto, and nothing of the server's.

const PROTOCOL = "huiwei-draw/1 ";
const AT_ONCE = 512;
const utf8 = new TextEncoder();

export const text = words => utf8.encode(words);
export const bytes = hex => Uint8Array.from(hex.match(/../g) ?? [], pair => parseInt(pair, 16));
export const hex = buffer =>
  Array.from(new Uint8Array(buffer), byte => byte.toString(16).padStart(2, "0")).join("");

/** Each field's length as 4 bytes, the highest first, then its bytes. */
export function enc(...fields) {
  const encoded = new Uint8Array(fields.reduce((length, field) => length + 4 + field.length, 0));
  const view = new DataView(encoded.buffer);
  let at = 0;
  for (const field of fields) {
    view.setUint32(at, field.length);
    encoded.set(field, at + 4);
    at += 4 + field.length;
  }
  return encoded;
}

const joined = (...parts) => {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};

export const sha256 = async message => new Uint8Array(await crypto.subtle.digest("SHA-256", message));

const keyed = key =>
  crypto.subtle.importKey("raw", key, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
const hmac = async (key, message) => new Uint8Array(await crypto.subtle.sign("HMAC", key, message));

export const commitment = draw =>
  sha256(enc(text(PROTOCOL + "commit"), text(draw.draw), bytes(draw.officeSeed)));

export const leaf = (drawId, ticket) =>
  sha256(
    joined(
      new Uint8Array([0]),
      enc(
        text(drawId),
        text(ticket.ticket),
        text(ticket.category),
        text(String(ticket.chances)),
        text(ticket.choicesHash))));

const node = (left, right) => sha256(joined(new Uint8Array([1]), left, right));

/** So many at once that a phone's memory holds them. */
async function each(items, compute, progress = () => {}) {
  const computed = [];
  for (let at = 0; at < items.length; at += AT_ONCE) {
    computed.push(...(await Promise.all(items.slice(at, at + AT_ONCE).map(compute))));
    progress(computed.length, items.length);
  }
  return computed;
}

/** The tree of RFC 6962: pairs from the left, a last one alone rises as it is. */
export async function root(drawId, tickets, progress) {
  const sorted = [...tickets].sort((one, other) => (one.ticket < other.ticket ? -1 : 1));
  let level = await each(sorted, ticket => leaf(drawId, ticket), progress);
  while (level.length > 1) {
    const pairs = [];
    for (let at = 0; at < level.length; at += 2) {
      pairs.push(level.slice(at, at + 2));
    }
    level = await each(pairs, ([left, right]) => (right ? node(left, right) : left));
  }
  return level[0] ?? sha256(new Uint8Array());
}

/** Where a path leads from a leaf. */
export async function rootOf(start, path) {
  let reached = start;
  for (const step of path) {
    const neighbour = bytes(step.hash);
    reached = await (step.side === "left" ? node(neighbour, reached) : node(reached, neighbour));
  }
  return reached;
}

export async function key(draw) {
  const message = enc(
    text(PROTOCOL + "key"),
    text(draw.draw),
    text(String(draw.count)),
    bytes(draw.officeSeed),
    await sha256(text(draw.witnessDigits)),
    bytes(draw.beaconValue));
  return hmac(await keyed(bytes(draw.root)), message);
}

/** A ticket's lowest of as many numbers as it has chances. */
async function number(key, ticket) {
  const numbers = [];
  for (let chance = 1; chance <= ticket.chances; chance++) {
    const message = enc(text(PROTOCOL + "number"), text(ticket.ticket), text(String(chance)));
    numbers.push(hex(await hmac(key, message)));
  }
  return numbers.sort()[0];
}

const HEX = /^[0-9a-f]*$/;
const hexOf = (value, length) =>
  typeof value === "string" && value.length === length && HEX.test(value);

/** What keeps a text from being a draw at all: the name of the field, or nothing. */
export function malformed(draw) {
  const fields = {
    draw: /^[a-z0-9][a-z0-9-]{0,99}$/.test(draw?.draw),
    officeSeed: hexOf(draw?.officeSeed, 64),
    commitment: hexOf(draw?.commitment, 64),
    witnessDigits: /^[0-9](?: ?[0-9]){0,199}$/.test(draw?.witnessDigits),
    beaconValue: [0, 64, 128].some(length => hexOf(draw?.beaconValue, length)),
    count: Number.isInteger(draw?.count),
    root: hexOf(draw?.root, 64),
    key: hexOf(draw?.key, 64),
    tickets: Array.isArray(draw?.tickets),
  };
  return Object.keys(fields).find(field => !fields[field]);
}

export const malformedTicket = ticket =>
  !hexOf(ticket?.ticket, 32) ||
  !/^[a-z0-9][a-z0-9-]{0,62}$/.test(ticket.category) ||
  ![1, 2, 3].includes(ticket.chances) ||
  !hexOf(ticket.choicesHash, 64) ||
  !hexOf(ticket.number, 64) ||
  !Number.isInteger(ticket.rank);

const finding = (what, published, computed, ticket) => ({
  what,
  published: String(published),
  computed: String(computed),
  ticket,
  right: String(published) === String(computed),
});

/**
 * Everything computed again. Each finding stands on what was published before it, so that a
 * finding names what is wrong itself, not what follows from it.
 *
 * @returns {Promise<Array<{what, published, computed, ticket, right}>>}
 */
export async function check(draw, progress) {
  const flaw = malformed(draw);
  if (flaw) {
    return [finding("shape", flaw, "", undefined)];
  }
  const broken = draw.tickets.find(malformedTicket);
  if (broken) {
    return [finding("ticket", broken?.ticket ?? "?", "", undefined)];
  }
  const different = new Set(draw.tickets.map(ticket => ticket.ticket)).size;
  return [
    finding("commitment", draw.commitment, hex(await commitment(draw))),
    finding("count", draw.count, different),
    finding("root", draw.root, hex(await root(draw.draw, draw.tickets, progress))),
    finding("key", draw.key, hex(await key(draw))),
    ...(await ranks(draw, progress)),
  ];
}

async function ranks(draw, progress) {
  const secret = await keyed(bytes(draw.key));
  const numbered = await each(
    draw.tickets,
    async ticket => ({ ticket, number: await number(secret, ticket) }),
    progress);
  const wrong = numbered.find(each => each.number !== each.ticket.number);
  const order = [...numbered].sort((one, other) =>
    one.number + one.ticket.ticket < other.number + other.ticket.ticket ? -1 : 1);
  const misplaced = order.findIndex((each, at) => each.ticket.rank !== at + 1);
  return [
    wrong
      ? finding("numbers", wrong.ticket.number, wrong.number, wrong.ticket.ticket)
      : finding("numbers", draw.tickets.length, draw.tickets.length),
    misplaced < 0
      ? finding("ranks", draw.tickets.length, draw.tickets.length)
      : finding("ranks", order[misplaced].ticket.rank, misplaced + 1, order[misplaced].ticket.ticket),
  ];
}

/** Whether a ticket's way leads from its leaf to the root that was published. */
export async function included(inclusion, publishedRoot) {
  const start = await leaf(inclusion.draw, inclusion);
  return [
    finding("leaf", inclusion.leaf, hex(start)),
    finding("path", publishedRoot, hex(await rootOf(start, inclusion.path))),
  ];
}
