package akashi.usage;

/** An answer that may be shown, with the proof that its use is on the ledger. */
public record Released<T>(T value, Proved proved) {}
