import NextAuth from 'next-auth';
import { authOptions } from '@/lib/accounts/auth';

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

const handle = (request: Request, context: Context): Promise<Response> => NextAuth(request as never, context as never, authOptions());

export { handle as GET, handle as POST };
