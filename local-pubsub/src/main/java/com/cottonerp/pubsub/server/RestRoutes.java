package com.cottonerp.pubsub.server;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import com.google.pubsub.v1.AcknowledgeRequest;
import com.google.pubsub.v1.DeleteSubscriptionRequest;
import com.google.pubsub.v1.DeleteTopicRequest;
import com.google.pubsub.v1.GetSubscriptionRequest;
import com.google.pubsub.v1.GetTopicRequest;
import com.google.pubsub.v1.ListSubscriptionsRequest;
import com.google.pubsub.v1.ListTopicSubscriptionsRequest;
import com.google.pubsub.v1.ListTopicsRequest;
import com.google.pubsub.v1.ModifyAckDeadlineRequest;
import com.google.pubsub.v1.PublishRequest;
import com.google.pubsub.v1.PullRequest;
import com.google.pubsub.v1.SeekRequest;
import com.google.pubsub.v1.Subscription;
import com.google.pubsub.v1.Topic;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Maps a method and a path to a call. The body is the request, without the name in the path. */
final class RestRoutes {
  private static final String PROJECT = "/v1/(projects/[^/]+)";
  private static final String TOPICS = PROJECT + "/topics";
  private static final String TOPIC = "/v1/(projects/[^/]+/topics/[^/:]+)";
  private static final String SUBSCRIPTIONS = PROJECT + "/subscriptions";
  private static final String SUBSCRIPTION = "/v1/(projects/[^/]+/subscriptions/[^/:]+)";

  private final List<Route> routes = new ArrayList<>();

  /**
   * @param field the field of the request that takes the name in the path
   */
  private record Route(
      String method,
      Pattern path,
      String field,
      Message request,
      BiConsumer<Message, StreamObserver<Message>> call) {}

  RestRoutes(PublisherService publisher, SubscriberService subscriber, FaultsEndpoint faults) {
    add("GET", "()/", "", Topic.getDefaultInstance(), RestRoutes::alive);
    add("POST", "()/faults", "", FaultsEndpoint.REQUEST, faults::set);
    add("GET", TOPICS, "project", ListTopicsRequest.getDefaultInstance(), publisher::listTopics);
    add("PUT", TOPIC, "name", Topic.getDefaultInstance(), publisher::createTopic);
    add("GET", TOPIC, "topic", GetTopicRequest.getDefaultInstance(), publisher::getTopic);
    add("DELETE", TOPIC, "topic", DeleteTopicRequest.getDefaultInstance(), publisher::deleteTopic);
    add(
        "GET",
        TOPIC + "/subscriptions",
        "topic",
        ListTopicSubscriptionsRequest.getDefaultInstance(),
        publisher::listTopicSubscriptions);
    add(
        "POST",
        TOPIC + ":publish",
        "topic",
        PublishRequest.getDefaultInstance(),
        publisher::publish);
    addSubscriber(subscriber);
  }

  private void addSubscriber(SubscriberService subscriber) {
    String field = "subscription";
    add(
        "GET",
        SUBSCRIPTIONS,
        "project",
        ListSubscriptionsRequest.getDefaultInstance(),
        subscriber::listSubscriptions);
    add(
        "PUT",
        SUBSCRIPTION,
        "name",
        Subscription.getDefaultInstance(),
        subscriber::createSubscription);
    add(
        "GET",
        SUBSCRIPTION,
        field,
        GetSubscriptionRequest.getDefaultInstance(),
        subscriber::getSubscription);
    add(
        "DELETE",
        SUBSCRIPTION,
        field,
        DeleteSubscriptionRequest.getDefaultInstance(),
        subscriber::deleteSubscription);
    add("POST", SUBSCRIPTION + ":pull", field, PullRequest.getDefaultInstance(), subscriber::pull);
    add(
        "POST",
        SUBSCRIPTION + ":acknowledge",
        field,
        AcknowledgeRequest.getDefaultInstance(),
        subscriber::acknowledge);
    add(
        "POST",
        SUBSCRIPTION + ":modifyAckDeadline",
        field,
        ModifyAckDeadlineRequest.getDefaultInstance(),
        subscriber::modifyAckDeadline);
    add("POST", SUBSCRIPTION + ":seek", field, SeekRequest.getDefaultInstance(), subscriber::seek);
  }

  @SuppressWarnings("unchecked")
  private <Q extends Message, R extends Message> void add(
      String method, String path, String field, Q request, BiConsumer<Q, StreamObserver<R>> call) {
    routes.add(
        new Route(
            method,
            Pattern.compile(path),
            field,
            request,
            (message, client) -> call.accept((Q) message, (StreamObserver<R>) client)));
  }

  private static void alive(Topic nothing, StreamObserver<Topic> client) {
    client.onNext(nothing);
    client.onCompleted();
  }

  /**
   * @param query only the paging parameters are read
   */
  void call(
      String method,
      String path,
      Map<String, List<String>> query,
      String body,
      StreamObserver<Message> client)
      throws InvalidProtocolBufferException {
    for (Route route : routes) {
      Matcher matcher = route.path().matcher(path);
      if (route.method().equals(method) && matcher.matches()) {
        Message.Builder request = route.request().newBuilderForType();
        if (!body.isBlank()) {
          JsonFormat.parser().merge(body, request);
        }
        set(request, route.field(), matcher.group(1));
        set(request, "page_token", query.getOrDefault("pageToken", List.of("")).get(0));
        if (query.containsKey("pageSize")) {
          setField(request, "page_size", Integer.parseInt(query.get("pageSize").get(0)));
        }
        route.call().accept(request.build(), client);
        return;
      }
    }
    client.onError(
        Status.NOT_FOUND.withDescription("There is no " + method + " " + path).asException());
  }

  private static void set(Message.Builder request, String field, String value) {
    if (!value.isEmpty()) {
      setField(request, field, value);
    }
  }

  private static void setField(Message.Builder request, String name, Object value) {
    var field = request.getDescriptorForType().findFieldByName(name);
    if (field != null) {
      request.setField(field, value);
    }
  }
}
