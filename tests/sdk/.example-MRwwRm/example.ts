import { agents, run } from 'preflag';

const ways = [
  agents.module('agent.ts'),
  agents.loop({ model: 'gpt-5-mini', budget: { turns: 20, tokens: 200_000 }, timeoutMs: 300_000 }),
  agents.command({ argv: ['sh', 'agent.sh'] }),
];
for (const agent of ways) {
  const { verdict, attempts } = await run('job.yaml', agent, { cycles: 0 }).result;
  console.log(agent.name, verdict, attempts.length); // → agent.ts pass 1 → gpt-5-mini pass 1 → sh pass 1
}
