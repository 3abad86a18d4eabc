import { statementJson } from '@/lib/earnings/statement-json';
import { statementFile } from '../../statement-file';

export async function GET(_request: Request, { params }: { params: Promise<{ week: string }> }): Promise<Response> {
  return statementFile((await params).week, { ending: 'json', type: 'application/json', write: statementJson });
}
