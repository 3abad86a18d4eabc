import { publication } from '@/lib/earnings/published';

const FILES: Readonly<Record<string, { pool: 'main' | 'quarantine'; part: 'input' | 'output' }>> = {
  input: { pool: 'main', part: 'input' },
  output: { pool: 'main', part: 'output' },
  'quarantine-input': { pool: 'quarantine', part: 'input' },
  'quarantine-output': { pool: 'quarantine', part: 'output' },
};

/** A division as it is published, for anyone to check: `earnings:divide` makes the output of the input. */
export async function GET(_request: Request, { params }: { params: Promise<{ number: string; file: string }> }): Promise<Response> {
  const { number, file } = await params;
  const asked = Object.hasOwn(FILES, file) ? FILES[file] : undefined;
  const found = asked && /^[1-9]\d{0,8}$/.test(number) ? await publication(Number(number), asked.pool, asked.part) : null;
  if (!found) return new Response(null, { status: 404 });
  const headers = {
    'content-type': 'application/json',
    'content-disposition': `attachment; filename="epoch-${number}-${file}.json"`,
    // RFC 9530.
    'repr-digest': `sha-256=:${Buffer.from(found.hash, 'hex').toString('base64')}:`,
    'cache-control': 'no-store',
  };
  return new Response(streamOf(found.pieces), { headers });
}

/** Characters that are worth sending together. */
const PIECE = 65_536;

/** The pieces as bytes, made as they are sent. */
function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      let text = '';
      while (text.length < PIECE) {
        const { done, value } = await pieces.next();
        if (done) {
          if (text !== '') controller.enqueue(encoder.encode(text));
          return controller.close();
        }
        text += value;
      }
      controller.enqueue(encoder.encode(text));
    },
    cancel: async () => void (await pieces.return(undefined)),
  });
}
