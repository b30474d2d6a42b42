package akashi.web;

/**
 * Who is looking, as the shell shows it on every page.
 *
 * @param staffNumber individual number (職員番号), also carried by forms so that a kept form returns to its own person
 * @param name full name as written
 * @param post post and rank in the viewer's language
 * @param unit unit (所属)
 * @param terminal the terminal's number (端末番号)
 * @param sample whether this is a generated sample person
 */
public record Viewer(String staffNumber, String name, String post, String unit, String terminal, boolean sample) {}
