package com.cottonerp.runner.soak;

import com.cottonerp.runner.ApiClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All read models of all services, over HTTP. */
final class ReadModels {
  private final Members members;
  private final ApiClient api;

  ReadModels(Members members, ApiClient api) {
    this.members = members;
    this.api = api;
  }

  /** A read model, its service, and its description by the API. */
  record Model(String service, String name, JsonNode view) {
    String path() {
      return "read-models/" + name;
    }

    String topic() {
      return view.path("topic").asText();
    }

    @Override
    public String toString() {
      return service + "/" + name;
    }
  }

  List<Model> all() {
    List<Model> models = new ArrayList<>();
    for (Members.Context context : Members.CONTEXTS) {
      String service = context.service();
      for (JsonNode view :
          api.get(members.api(service, 0) + "read-models").expect(200).body().path("items")) {
        models.add(new Model(service, view.path("name").asText(), view));
      }
    }
    return models;
  }

  /** The digest and the position of each read model, by name. */
  Map<String, JsonNode> digests() {
    Map<String, JsonNode> digests = new TreeMap<>();
    for (Model model : all()) {
      digests.put(model.toString(), digest(model));
    }
    return digests;
  }

  private JsonNode digest(Model model) {
    return api.get(members.api(model.service(), 0) + model.path() + "/digest").expect(200).body();
  }

  /** Read models that are being filled, or do not reflect all published events. */
  List<String> behind() {
    Map<String, String> published = new LinkedHashMap<>();
    for (Members.Context context : Members.CONTEXTS) {
      published.put(
          context.topic(),
          api.get(members.api("outbox-relay", 0) + "outboxes/" + context.source() + "/digest")
              .expect(200)
              .text("digest"));
    }
    List<String> behind = new ArrayList<>();
    for (Model model : all()) {
      String applied = digest(model).path("sequences").asText();
      if (model.view().path("rebuilding").asBoolean()) {
        behind.add(model + " is being filled, " + model.view());
      } else if (!applied.equals(published.get(model.topic()))) {
        behind.add(
            "G10: %s has applied %s, and %s is published: %s"
                .formatted(model, applied, published.get(model.topic()), model.view()));
      }
    }
    return behind;
  }

  /** Asks every service to rebuild all its read models. */
  void rebuildAll() {
    for (Model model : all()) {
      api.post(members.api(model.service(), 0) + model.path() + "/rebuild", "").expect(202);
    }
  }
}
