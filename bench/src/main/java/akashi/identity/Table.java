package akashi.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.NullMarked;

/**
 * A file of labelled data: tabs or commas between columns, # before remarks, the names of columns in the first line.
 */
@NullMarked
final class Table {
    private final List<String> header;
    private final List<List<String>> rows;

    private Table(List<String> header, List<List<String>> rows) {
        this.header = header;
        this.rows = rows;
    }

    /** Every file in the folder whose name begins so, in the order of their names. */
    static List<Table> beginning(Path folder, String name) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(name))
                    .sorted()
                    .map(Table::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static Table read(Path file) {
        String name = file.getFileName().toString();
        boolean commas = name.contains(".csv");
        List<List<String>> rows = new ArrayList<>();
        try (InputStream raw = Files.newInputStream(file);
                InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                var lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    rows.add(commas ? commas(line) : List.of(line.split("\t", -1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        boolean named = !rows.isEmpty()
                && rows.getFirst().stream()
                        .allMatch(cell -> cell.strip().chars().allMatch(c -> c < 0x80) && !cell.isBlank());
        return named
                ? new Table(rows.getFirst().stream().map(String::strip).toList(), rows.subList(1, rows.size()))
                : new Table(List.of(), rows);
    }

    private static List<String> commas(String line) {
        List<String> cells = new ArrayList<>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                boolean twice = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
                cell.append(twice ? "\"" : "");
                quoted = twice || !quoted;
                i += twice ? 1 : 0;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    List<List<String>> rows() {
        return rows;
    }

    /** The cell under that name, or in that place where the columns have no names; empty where the row is shorter. */
    String cell(List<String> row, String name, int place) {
        int at = header.indexOf(name);
        int index = at >= 0 ? at : place;
        return index < row.size() ? row.get(index).strip() : "";
    }
}
