// The conformance suite speaks HTTP, and gradus mcp speaks lines. This joins the two: what a POST
// brings goes to the program as a line, and its answer goes back. Of HTTP's own rules it has the
// status codes and the check of the version's header; the rest of a message it leaves as it is.
//
// Usage: node bridge.mjs PROGRAM [ARGUMENT...]   prints the address it listens on

import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { createInterface } from "node:readline";

const revisionKey = "io.modelcontextprotocol/protocolVersion";
const headerMismatch = -32020;
const noSuchMethod = -32601;

const [program, ...words] = process.argv.slice(2);
const gradus = spawn(program, words, { stdio: ["pipe", "pipe", "inherit"] });
gradus.on("exit", (code) => process.exit(code ?? 1));

// The program answers requests in the order in which they come.
const waiting = [];
createInterface({ input: gradus.stdout }).on("line", (line) => waiting.shift()?.(JSON.parse(line)));

function ask(message) {
  return new Promise((resolve) => {
    waiting.push(resolve);
    gradus.stdin.write(JSON.stringify(message) + "\n");
  });
}

function statusOf(answer, revision) {
  if (answer.error === undefined || revision === undefined) return 200;
  return answer.error.code === noSuchMethod ? 404 : 400;
}

async function answerTo(message, header) {
  const isRequest = message.id !== undefined && message.method !== undefined;
  if (!isRequest) {
    gradus.stdin.write(JSON.stringify(message) + "\n");
    return { status: 202 };
  }
  const revision = message.params?._meta?.[revisionKey];
  if (revision !== undefined && revision !== header) {
    const error = { code: headerMismatch, message: "the header names another revision" };
    return { status: 400, body: { jsonrpc: "2.0", id: message.id, error } };
  }
  const body = await ask(message);
  return { status: statusOf(body, header === "2026-07-28" || revision ? header : undefined), body };
}

const server = createServer(async (request, response) => {
  if (request.method !== "POST") {
    response.writeHead(405).end();
    return;
  }
  let text = "";
  for await (const piece of request) text += piece;
  const { status, body } = await answerTo(JSON.parse(text), request.headers["mcp-protocol-version"]);
  response.writeHead(status, body && { "Content-Type": "application/json" });
  response.end(body && JSON.stringify(body));
});
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}/mcp`));
process.on("SIGTERM", () => gradus.stdin.end());
