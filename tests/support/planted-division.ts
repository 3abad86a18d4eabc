import { registerHooks } from 'node:module';

// Preloaded, it has everything divide by another division than the product's: one that knows no budgets.
const planted = new URL('./division-without-budgets.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    /earnings\/divide$/.test(specifier) && context.parentURL !== planted ? { url: planted, shortCircuit: true } : next(specifier, context),
});
