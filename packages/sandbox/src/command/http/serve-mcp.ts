import type { IncomingMessage, ServerResponse } from 'node:http';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { CallToolRequestSchema, ListToolsRequestSchema, type Tool } from '@modelcontextprotocol/sdk/types.js';
import type { Json, JsonObject } from '@preflag/core';
import type { CallOutcome, Gateway } from '../../gateway/gateway.ts';

/** Answers one message of the Model Context Protocol (streamable HTTP, without sessions) with the tools of the gateway. */
export async function serveMcp(
  gateway: Gateway,
  request: IncomingMessage,
  response: ServerResponse,
  body: Json,
  signal: AbortSignal,
): Promise<void> {
  const mcp = new McpServer({ name: 'preflag', version: '1' }, { capabilities: { tools: {} } });
  mcp.server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: await listTools(gateway, signal) }));
  mcp.server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    const outcome = await gateway.call('tools.call', JSON.stringify([params.name, params.arguments ?? {}]), signal);
    return { content: [{ type: 'text', text: textOf(outcome) }], ...(!outcome.ok && { isError: true }) };
  });
  const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
  response.once('close', () => void mcp.close());
  await mcp.connect(transport);
  await transport.handleRequest(request, response, body);
}

async function listTools(gateway: Gateway, signal: AbortSignal): Promise<Tool[]> {
  const found = await gateway.call('tools.search', '[""]', signal);
  const names = found.ok && Array.isArray(found.value) ? found.value.flatMap((tool: Json) => nameOf(tool)) : [];
  const described = await Promise.all(names.map((name) => gateway.call('tools.describe', JSON.stringify([name]), signal)));
  return described.flatMap((outcome) => (outcome.ok && isObject(outcome.value) ? toolOf(outcome.value) : []));
}

function toolOf({ name, description, parameters }: JsonObject): Tool[] {
  if (typeof name !== 'string' || typeof description !== 'string') return [];
  const schema = isObject(parameters) ? parameters : {};
  return [{ name, description, inputSchema: { ...schema, type: 'object' } }];
}

/** A text as it is, all else as JSON. */
function textOf(outcome: CallOutcome): string {
  if (!outcome.ok) return `${outcome.code}: ${outcome.message}`;
  return typeof outcome.value === 'string' ? outcome.value : JSON.stringify(outcome.value);
}

function nameOf(tool: Json): string[] {
  return isObject(tool) && typeof tool['name'] === 'string' ? [tool['name']] : [];
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
