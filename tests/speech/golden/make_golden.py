#!/usr/bin/python3
"""Makes mel.bin: a mel spectrogram as engine/speech/melspectrogram.h defines it, in float64, with numpy alone.

Written apart from engine/speech: the transform is a plain matrix product with the DFT's
definition, the filter bank is dense. Run: /usr/bin/python3 make_golden.py
File: int32 sample count, int32 column count, then float32 samples, then float32 columns (T, 80),
little endian.
"""
import pathlib

import numpy as np

RATE, N_FFT, HOP, BANDS = 16000, 800, 200, 80


def hz_to_mel(hz):
    return hz / (200 / 3) if hz < 1000 else 15 + 27 * np.log(hz / 1000) / np.log(6.4)


def mel_to_hz(mel):
    return mel * 200 / 3 if mel < 15 else 1000 * 6.4 ** ((mel - 15) / 27)


def filter_bank():
    edges = [mel_to_hz(m) for m in np.linspace(hz_to_mel(55), hz_to_mel(7600), BANDS + 2)]
    hz = np.arange(N_FFT // 2 + 1) * RATE / N_FFT
    bank = np.zeros((BANDS, len(hz)))
    for i in range(BANDS):
        lo, mid, hi = edges[i:i + 3]
        bank[i] = np.interp(hz, [lo, mid, hi], [0, 1, 0], left=0, right=0) * 2 / (hi - lo)
    return bank


def mel_spectrogram(x):
    y = x.copy()
    y[1:] -= 0.97 * x[:-1]
    y = np.pad(y, N_FFT // 2, mode="reflect")
    n = np.arange(N_FFT)
    window = 0.5 - 0.5 * np.cos(2 * np.pi * n / N_FFT)
    dft = np.exp(-2j * np.pi * np.outer(np.arange(N_FFT // 2 + 1), n) / N_FFT)
    count = 1 + len(x) // HOP
    frames = np.stack([y[c * HOP:c * HOP + N_FFT] * window for c in range(count)])
    amplitude = filter_bank() @ np.abs(dft @ frames.T)
    db = 20 * np.log10(np.maximum(1e-5, amplitude)) - 20
    return np.clip(8 * (db + 100) / 100 - 4, -4, 4).T


def signal():
    """A voice-like buzz with vibrato, a sweep, noise, digital silence, a click: 0.73 s."""
    rng = np.random.default_rng(7)
    t = np.arange(int(0.73 * RATE) + 57) / RATE
    phase = 2 * np.pi * (140 * t + 2 * np.sin(2 * np.pi * 5 * t))
    x = sum(0.2 / k * np.sin(k * phase) for k in range(1, 25))
    x += 0.1 * np.sin(2 * np.pi * (300 * t + 4500 * t ** 2)) + 0.01 * rng.standard_normal(len(t))
    x[5000:6400] = 0
    x[6000] = 0.9
    return x.astype(np.float32)


def main():
    x = signal()
    columns = mel_spectrogram(x.astype(np.float64)).astype(np.float32)
    path = pathlib.Path(__file__).with_name("mel.bin")
    with open(path, "wb") as f:
        f.write(np.array([len(x), len(columns)], "<i4").tobytes())
        f.write(x.astype("<f4").tobytes())
        f.write(columns.astype("<f4").tobytes())
    print(path, len(x), columns.shape, columns.min(), columns.max())


if __name__ == "__main__":
    main()
