// The JSON form of an actor model. Throws nothing; every refusal is an Error naming the file.
#pragma once

#include "engine/models/actormodel.h"

#include <string_view>

namespace lipwright::models {

[[nodiscard]] core::Result<ActorModel> parseActorModel(std::string_view text,
                                                       const std::string& place);
[[nodiscard]] std::string printActorModel(const ActorModel& model);

/// A name in the model's own folder: no parts, nothing hidden. Roles are such names, too.
[[nodiscard]] bool isPlainFileName(const std::string& name);
/// Longest name a user can give.
inline constexpr std::size_t kLongestActorModelName = 200;

}  // namespace lipwright::models
