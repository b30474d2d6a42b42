package akashi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Searching among a nation's persons and vehicles, over HTTP against the packaged program – decided, searched,
 * compared, and on the log before it is answered – beside two plain searches of the same names over JDBC in the same
 * run: exact equality, and similarity by {@code pg_trgm}.
 */
final class SearchBench {
    private static final int QUESTIONS = 20_000;
    private static final int SESSIONS = 4;
    private static final int STEADY = 50;
    private static final int WARM = 60;
    private static final int AGAIN = 20;

    /** A detective, who may ask by a part of a plate. */
    private static final List<String> STAFF = List.of("990003");

    private SearchBench() {}

    /** A person on record. */
    private record Stored(String name, String kana, String birth) {}

    static int run(SearchArguments arguments) throws Exception {
        var top = Path.of(System.getProperty("akashi.home", ".")).toAbsolutePath();
        var home = top.resolve("var/bench/search");
        var names = arguments.data().resolve("names").toAbsolutePath().normalize();
        if (!Files.exists(names.resolve("last_name_org.csv"))) {
            System.err.println("bench: no names to draw from; name the folder of the data with --data DIR");
            return 2;
        }
        System.out.printf(
                Locale.ROOT,
                "loading %,d vehicles and %,d persons (kept below var/bench/search for the next run) …%n",
                arguments.vehicles(),
                arguments.persons());
        try (var server = Server.start(
                home,
                InquiryBench.freePort(),
                List.of("-Dakashi.names=" + names),
                List.of(
                        "--records",
                        Integer.toString(arguments.vehicles()),
                        "--persons",
                        Integer.toString(arguments.persons())))) {
            loaded(home);
            tidy(server);
            sizes(server);
            measure(arguments, server);
        }
        return 0;
    }

    /** What the program said about loading. */
    private static void loaded(Path home) throws IOException {
        try (Stream<String> lines = Files.lines(home.resolve("server.log"))) {
            lines.filter(line -> line.contains("sample records: ") || line.contains("key indexes built: "))
                    .map(line -> line.substring(line.indexOf(" / ") + 3).replace("sample records: ", ""))
                    .reduce((List<String>) new ArrayList<String>(), SearchBench::lastOfEach, (one, _) -> one)
                    .forEach(line -> System.out.println("loaded: " + line));
        }
    }

    private static List<String> lastOfEach(List<String> kept, String line) {
        var kind = line.split(" ", 2)[0];
        kept.removeIf(other -> other.startsWith(kind + " "));
        kept.add(line);
        return kept;
    }

    private static void tidy(Server server) throws SQLException {
        try (var connection = server.connect("akashi_owner");
                var statement = connection.createStatement()) {
            statement.execute("vacuum (analyze) record, record_version, record_key");
        }
    }

    private static void sizes(Server server) throws SQLException {
        try (var connection = server.connect("akashi_app");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select c.relname, pg_relation_size(c.oid), c.reltuples::bigint
                          from pg_class c
                         where c.relname in ('record', 'record_version', 'record_key', 'record_key_now_ix',
                                             'record_key_record_ix', 'record_key_past_ix')
                         order by 1
                        """)) {
            while (rows.next()) {
                System.out.printf(
                        Locale.ROOT,
                        "%-24s %,8d MB %,14d rows%n",
                        rows.getString(1),
                        rows.getLong(2) >> 20,
                        rows.getLong(3));
            }
        }
    }

    private static void measure(SearchArguments arguments, Server server) throws Exception {
        var persons = persons(server);
        var plates = plates(server);
        var random = new Random(7);
        try (var officers = Officers.signIn(server.port(), SESSIONS, STAFF);
                var plain = new PlainNames(server);
                var commits = new PlainCommits(server)) {
            officers.asking(Stream.of(
                            plates.stream().limit(50).map(Officers::aboutPlate),
                            plates.stream().limit(50).map(SearchBench::part),
                            persons.stream().limit(50).map(person -> about(person, random, false)))
                    .flatMap(questions -> questions)
                    .toList());
            var _ = officers.run(WARM);
            System.out.println(Round.head());
            var _ = rounds(
                    officers,
                    arguments,
                    "plate",
                    plates.stream().map(Officers::aboutPlate).toList());
            var _ = rounds(
                    officers,
                    arguments,
                    "part of a plate",
                    plates.stream().map(SearchBench::part).toList());
            System.out.println(commits.runAt(STEADY, SESSIONS, arguments.seconds())
                    .row("JDBC, a row of 1,000 bytes committed, as often"));
            var person = rounds(
                    officers,
                    arguments,
                    "person, name and birth date",
                    persons.stream().map(one -> about(one, random, false)).toList());
            var _ = rounds(
                    officers,
                    arguments,
                    "person, wide search",
                    persons.stream().map(one -> about(one, random, true)).toList());
            plain.prepare();
            var asked = persons.stream()
                    .map(one -> new PlainNames.Asked(one.name(), one.birth()))
                    .toList();
            var equal = plain.equal(asked, arguments.seconds());
            System.out.println(equal.row("JDBC, name and birth date equal"));
            var similar = plain.similar(asked, arguments.seconds());
            System.out.println(similar.row("JDBC, pg_trgm similarity"));
            System.out.printf(
                    Locale.ROOT,
                    "ratio of p50 person/equality %.2f, person/pg_trgm %.3f%n",
                    person.timings().millis(0.5) / equal.timings().millis(0.5),
                    person.timings().millis(0.5) / similar.timings().millis(0.5));
            plans(server, persons.getFirst());
        }
    }

    /**
     * The same questions as a database meets them that has just been loaded, and once all were asked some time before.
     */
    private static Round rounds(Officers officers, SearchArguments arguments, String name, List<String> bodies)
            throws InterruptedException {
        officers.asking(bodies);
        System.out.println(officers.runAt(STEADY, arguments.seconds()).row(name + ", first asked"));
        var _ = officers.run(AGAIN);
        var again = officers.runAt(STEADY, arguments.seconds());
        System.out.println(again.row(name));
        return again;
    }

    private static List<Stored> persons(Server server) throws SQLException {
        List<Stored> persons = new ArrayList<>();
        try (var connection = server.connect("akashi_app");
                var statement = connection.prepareStatement("""
                        select r.answer -> 'p' -> 0 ->> 'w', r.answer -> 'p' -> 0 ->> 'k', r.answer -> 'p' -> 0 ->> 'b'
                          from record r tablesample system (1)
                         where r.operation = 'driver-licence' limit ?
                        """)) {
            statement.setInt(1, QUESTIONS);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    persons.add(new Stored(rows.getString(1), rows.getString(2), rows.getString(3)));
                }
            }
        }
        if (persons.isEmpty()) {
            throw new IllegalStateException("No person was loaded, so nothing can be measured");
        }
        return persons;
    }

    private static List<String> plates(Server server) throws SQLException {
        List<String> plates = new ArrayList<>();
        try (var connection = server.connect("akashi_app");
                var statement = connection.prepareStatement("""
                        select r.answer -> 'f' -> 'plate' ->> 0, r.answer -> 'f' -> 'colour' ->> 0
                          from record r tablesample system (1)
                         where r.operation = 'stolen-vehicle' and r.answer -> 'f' ?? 'plate' limit ?
                        """)) {
            statement.setInt(1, QUESTIONS);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    plates.add(rows.getString(1));
                }
            }
        }
        return plates;
    }

    /**
     * A third of the questions write the name in other characters where it has registered variants, a third give the
     * reading, and a quarter ask for somebody born a day later, who is not there.
     */
    private static String about(Stored person, Random random, boolean wide) {
        var birth = random.nextInt(4) == 0 ? later(person.birth()) : person.birth();
        var name = switch (random.nextInt(3)) {
            case 0 -> varied(person.name());
            case 1 -> person.kana() == null ? person.name() : person.kana();
            default -> person.name();
        };
        return """
                {"kind":"person","keys":{"person":{"name":"%s","birth":"%s"}},"operations":["driver-licence"],\
                "purpose":"stop-and-question","caseReference":"110-1122-0345","wide":%s}""".formatted(name, birth, wide);
    }

    private static String varied(String name) {
        return name.replace('高', '髙')
                .replace('崎', '﨑')
                .replace('辺', '邊')
                .replace('斎', '齋')
                .replace('沢', '澤');
    }

    private static String later(String birth) {
        return LocalDate.parse(birth).plusDays(1).toString();
    }

    private static String part(String plate) {
        return """
                {"kind":"vehicle","keys":{"plateNumber":"%s","colour":"white"},"operations":["stolen-vehicle"],\
                "purpose":"stop-and-question","caseReference":"110-1122-0345"}""".formatted(plate.substring(plate.length() - 4));
    }

    private static void plans(Server server, Stored person) throws SQLException {
        try (var connection = server.connect("akashi_app")) {
            explain(connection, "a key", """
                    select record_id, grade from record_key where digest = 1 and operation = 2 and until is null limit 50
                    """);
            explain(connection, "keys of a person", """
                    select record_id, array_agg(digest), array_agg(grade)
                      from record_key
                     where digest = any('{1,2,3,4,5,6,7,8}'::bigint[]) and operation = any('{2}'::int[]) and until is null
                       and (narrow is null or narrow between 1 and 2 or narrow = 3)
                     group by record_id
                     limit 401
                    """);
        }
        System.out.println("(asked for samples like " + person.birth() + ")");
    }

    private static void explain(Connection connection, String what, String sql) throws SQLException {
        System.out.println("plan of " + what + ":");
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("explain (costs off) " + sql)) {
            while (rows.next()) {
                System.out.println("    " + rows.getString(1));
            }
        }
    }
}
