import { ar } from './ar/all';
import { en } from './en/all';
import { vi } from './vi/all';

export type Catalogue = typeof en;

export const catalogues: Record<'en' | 'vi' | 'ar', Catalogue> = { en, vi, ar };
