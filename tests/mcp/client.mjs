// What an editor does with gradus mcp: the protocol's own client starts it, agrees on a revision,
// lists the tools and calls each; it checks every answer against the protocol's types.
//
// Usage: node client.mjs PACKAGES PROGRAM [ARGUMENT...]   PACKAGES: the folder of node_modules
// Prints a line for each revision; exits 1 when something is not as it should be.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const [packages, program, ...words] = process.argv.slice(2);
const require = createRequire(resolve(packages, "package.json"));
const { Client } = require("@modelcontextprotocol/client");
const { StdioClientTransport } = require("@modelcontextprotocol/client/stdio");

const tools = ["today", "ready", "pace", "forecast", "review_due", "weak_topics", "entries", "curriculum"];

async function check(mode, revision) {
  const client = new Client({ name: "check", version: "1" }, { versionNegotiation: { mode } });
  await client.connect(new StdioClientTransport({ command: program, args: words, env: process.env }));
  assert.equal(client.getNegotiatedProtocolVersion(), revision);
  assert.equal(client.getServerVersion().name, "gradus");
  const listed = await client.listTools();
  assert.deepEqual(listed.tools.map((tool) => tool.name), tools);
  for (const name of tools) {
    const result = await client.callTool({ name, arguments: {} });
    assert.equal(result.isError, false, name);
    assert.deepEqual(JSON.parse(result.content[0].text), result.structuredContent, name);
  }
  const refused = await client.callTool({ name: "ready", arguments: { tier: "none" } });
  assert.equal(refused.isError, true);
  await assert.rejects(client.callTool({ name: "nothing", arguments: {} }));
  await client.close();
  console.log(`${revision}: a client on stdio called ${tools.length} tools`);
}

await check("legacy", "2025-11-25");
await check("auto", "2026-07-28");
