#include "engine/core/timecode.h"
