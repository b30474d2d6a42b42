package akashi.web;

/**
 * What a controller method of pages may return: a {@link Page}, the way on ({@link Go}) or a file ({@link Download}).
 */
public sealed interface Reply permits Page, Go, Download {}
