#include "engine/face/facetrack.h"

namespace lipwright::face {

const char* toString(FaceUsability usability) {
    switch (usability) {
        case FaceUsability::usable:
            return "usable";
        case FaceUsability::noFace:
            return "no face";
        case FaceUsability::tooSmall:
            return "face too small";
        case FaceUsability::turnedAway:
            return "face turned away";
        case FaceUsability::blurred:
            return "face blurred";
        case FaceUsability::occluded:
            return "mouth occluded";
    }
    return "unknown";
}

}  // namespace lipwright::face
