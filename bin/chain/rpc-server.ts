import { createServer, type Server } from 'node:http';
import type { Address, Signature } from '@solana/kit';
import { type ChainError, ChainRefusal } from '@/lib/payouts/solana/chain';
import { TOKEN_PROGRAM } from '@/lib/payouts/solana/instructions';
import type { LiteChain } from './lite-chain';

/** Solana's code for what a node refuses before it takes it. */
const PREFLIGHT = -32002;

const errorOf = ({ code, instruction, custom }: ChainError): unknown =>
  instruction === null ? code : { InstructionError: [instruction, custom === null ? code : { Custom: custom }] };

/** What of a node's JSON-RPC payouts ask for, answered by a chain in this process. */
export function rpcServer(chain: LiteChain, changed: () => void = () => undefined): Server {
  const answers: Record<string, (params: unknown[]) => Promise<unknown>> = {
    getLatestBlockhash: async () => ({ context: await context(), value: plain(await chain.latestBlockhash()) }),
    getEpochInfo: async () => {
      const { height, slot } = await chain.blockHeight();
      return {
        absoluteSlot: Number(slot),
        blockHeight: Number(height),
        epoch: 0,
        slotIndex: 0,
        slotsInEpoch: 432_000,
        transactionCount: 0,
      };
    },
    getFirstAvailableBlock: async () => Number(await chain.oldestSlot()),
    sendTransaction: async ([wire]) => {
      const signature = await chain.send(String(wire));
      changed();
      return signature;
    },
    getSignatureStatuses: async ([signatures]) => {
      const value = await Promise.all((signatures as Signature[]).map((one) => statusOf(one)));
      return { context: await context(), value };
    },
    getAccountInfo: async ([account]) => {
      const data = chain.dataOf(account as Address);
      const value = data && {
        data: [Buffer.from(data).toString('base64'), 'base64'],
        executable: false,
        lamports: 1,
        owner: TOKEN_PROGRAM,
        rentEpoch: 0,
        space: data.length,
      };
      return { context: await context(), value };
    },
  };
  const context = async () => ({ apiVersion: '2.0.0', slot: Number((await chain.blockHeight()).slot) });
  const statusOf = async (signature: Signature): Promise<unknown> => {
    const { state, error, slot } = await chain.signatureStatus(signature);
    if (state === 'absent') return null;
    const err = error && errorOf(error);
    return { slot: Number(slot), confirmations: null, err, status: err ? { Err: err } : { Ok: null }, confirmationStatus: 'finalized' };
  };

  return createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', async () => {
      let id: unknown = null;
      const reply = (said: object) => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ jsonrpc: '2.0', id, ...said }));
      };
      try {
        const asked = JSON.parse(body) as { id: unknown; method: string; params?: unknown[] };
        id = asked.id;
        const answer = answers[asked.method];
        if (!answer) return reply({ error: { code: -32601, message: 'Method not found' } });
        reply({ result: await answer(asked.params ?? []) });
      } catch (error) {
        if (!(error instanceof ChainRefusal)) return reply({ error: { code: -32603, message: 'Internal error' } });
        const data = { err: errorOf(error.said), logs: [], accounts: null, unitsConsumed: 0, returnData: null };
        reply({ error: { code: PREFLIGHT, message: `Transaction simulation failed: ${error.message}`, data } });
      }
    });
  });
}

const plain = ({ blockhash, lastValidBlockHeight }: { blockhash: string; lastValidBlockHeight: bigint }) => ({
  blockhash,
  lastValidBlockHeight: Number(lastValidBlockHeight),
});
