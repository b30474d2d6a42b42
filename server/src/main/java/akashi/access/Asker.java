package akashi.access;

import akashi.account.Device;
import akashi.account.SignedIn;
import akashi.organization.Appointment;
import akashi.organization.Person;
import akashi.organization.PersonId;
import akashi.organization.Post;
import akashi.organization.PostClass;
import akashi.organization.Unit;
import akashi.usage.Actor;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who asks (操作者): a signed-in person in the posts held today, at a terminal. Made anew for each request from memory; a
 * controller takes it as a parameter and gets one only while the session holds and the person has a post.
 *
 * @param office the post in which the person acts: the principal one (本務)
 * @param others further posts held at the same time (兼務・事務取扱)
 * @param standing posts of heads for whom the person acts today, because they cannot (代理)
 * @param channel how the request came: {@code page} or {@code api}
 */
public record Asker(
        SignedIn session,
        Person person,
        Office office,
        List<Office> others,
        List<Office> standing,
        Device device,
        String channel) {
    public Asker {
        others = List.copyOf(others);
        standing = List.copyOf(standing);
    }

    /** Somebody who acts for nobody else. */
    public Asker(SignedIn session, Person person, Office office, List<Office> others, Device device, String channel) {
        this(session, person, office, others, List.of(), device, channel);
    }

    /** A post held, with its unit; for a post stood in for, with the appointment that makes the person its deputy. */
    public record Office(Appointment appointment, Post post, Unit unit) {}

    public PersonId personId() {
        return person.id();
    }

    public String staffNumber() {
        return person.staffNumber();
    }

    public Appointment appointment() {
        return office.appointment();
    }

    public Post post() {
        return office.post();
    }

    public PostClass postClass() {
        return office.post().postClass();
    }

    /** The unit (所属, or part of one) of the post in which the person acts. */
    public Unit unit() {
        return office.unit();
    }

    /** Every post held today, the principal one first. */
    public Stream<Office> offices() {
        return Stream.concat(Stream.of(office), others.stream());
    }

    /**
     * Every post whose business the person does today: the posts held and, while their heads cannot act, those stood in
     * for. This is the one question of who may act as a head now; rights to information follow the posts held alone.
     */
    public Stream<Office> charges() {
        return Stream.concat(offices(), standing.stream());
    }

    /** Whether one of the posts held is of this class. */
    public boolean holds(PostClass postClass) {
        return offices().anyMatch(held -> held.post().postClass() == postClass);
    }

    /** The asker as entries of the usage log name one. */
    public Actor actor() {
        return new Actor(
                person.staffNumber(),
                person.id().value().toString(),
                office.post().code(),
                office.unit().code(),
                device.number(),
                channel);
    }
}
