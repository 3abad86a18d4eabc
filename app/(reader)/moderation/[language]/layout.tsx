import type { Metadata } from 'next';
import { env } from '@/lib/core/env';
import { SpokenLayout } from '../../spoken';

export const dynamic = 'force-dynamic';

export const generateMetadata = (): Metadata => ({ title: env().SITE_NAME });

export default SpokenLayout;
