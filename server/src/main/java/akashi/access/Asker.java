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
 * @param channel how the request came: {@code page} or {@code api}
 */
public record Asker(
        SignedIn session, Person person, Office office, List<Office> others, Device device, String channel) {
    public Asker {
        others = List.copyOf(others);
    }

    /** A post held, with its unit. */
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
