// A bar that moves with the voice, so that a guest sees that the microphone works.

export class Level {
  constructor(meter) {
    this.meter = meter;
  }

  follow(stream) {
    this.stop();
    this.context = new AudioContext();
    const analyser = this.context.createAnalyser();
    analyser.fftSize = 1024;
    this.context.createMediaStreamSource(stream).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const look = () => {
      analyser.getFloatTimeDomainData(samples);
      const mean = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
      this.meter.value = Math.min(1, Math.sqrt(mean) * 4);
      this.next = requestAnimationFrame(look);
    };
    look();
  }

  stop() {
    cancelAnimationFrame(this.next);
    this.context?.close();
    this.context = null;
    this.meter.value = 0;
  }
}
