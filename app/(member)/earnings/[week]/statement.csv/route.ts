import { statementCsv } from '@/lib/earnings/statement-csv';
import { statementFile } from '../../statement-file';

export async function GET(_request: Request, { params }: { params: Promise<{ week: string }> }): Promise<Response> {
  return statementFile((await params).week, { ending: 'csv', type: 'text/csv', write: statementCsv });
}
