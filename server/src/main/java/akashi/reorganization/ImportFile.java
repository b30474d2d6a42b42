package akashi.reorganization;

/** A CSV file as it was sent. */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record ImportFile(String name, byte[] content) {}
