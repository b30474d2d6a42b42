package akashi.web;

/**
 * A file handed to the browser for keeping.
 *
 * @param name file name shown to the person
 * @param type media type, with charset where it is text
 * @param content the whole file
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record Download(String name, String type, byte[] content) implements Reply {}
