// The runtime's own order, of those that a transfer can meet; litesvm tells them as numbers.
const OF_TRANSACTION =
  'AccountInUse AccountLoadedTwice AccountNotFound ProgramAccountNotFound InsufficientFundsForFee InvalidAccountForFee AlreadyProcessed BlockhashNotFound CallChainTooDeep MissingSignatureForFee InvalidAccountIndex SignatureFailure'.split(
    ' ',
  );
const OF_INSTRUCTION =
  'GenericError InvalidArgument InvalidInstructionData InvalidAccountData AccountDataTooSmall InsufficientFunds IncorrectProgramId MissingRequiredSignature AccountAlreadyInitialized UninitializedAccount'.split(
    ' ',
  );

/** The runtime's error as nodes write it in JSON. */
export function errorJson(error: unknown): unknown {
  if (typeof error === 'number') return OF_TRANSACTION[error] ?? 'Unknown';
  const detailed = error as { index?: number; err?: () => number | { code?: number } };
  if (detailed.index === undefined || !detailed.err) return 'Unknown';
  const what = detailed.err();
  const said = typeof what === 'number' ? (OF_INSTRUCTION[what] ?? 'Unknown') : { Custom: what.code ?? 0 };
  return { InstructionError: [detailed.index, said] };
}
